import { DecisionService, decisionSchema, MeetingService, meetingSchema, QueueService } from '@lianban/joint-meeting';
import { departmentsOf, idOf, type Scene, type Turn } from './deeds.js';

/** A meeting is called on the topic, and decides it: settled, a ruling with or without a helper, or passed on. */
export async function meetOn({ get, now, people, numbers }: Scene, { step }: Turn): Promise<string> {
  const [secretary] = people.with('joint-meeting.manage');
  if (!secretary) throw new Error('expected a secretary of the joint meeting, but the district has none');
  const { items } = await get(QueueService).list(secretary, { limit: 100 });
  const topic = items.find(({ taskId }) => taskId === idOf(step));
  if (!topic || topic.scheduled) return 'meet:too-late';
  const at = new Date(now().getTime() + 60_000).toISOString();
  const draft = meetingSchema.parse({ title: '联席会', at, place: '三楼会议室', topics: [{ id: topic.id }] });
  const meeting = await get(MeetingService).call(secretary, draft);
  const [lead = '', helper = ''] = [numbers.pick(departmentsOf(people)), numbers.pick(departmentsOf(people))];
  const outcome = numbers.pick(['resolved', 'rule', 'rule', 'submit'] as const);
  const helpers = numbers.chance(50) && helper !== lead ? [helper] : [];
  const ruling = outcome === 'rule' ? { lead, helpers } : {};
  const decision = decisionSchema.parse({ outcome, opinion: '会议研究决定。', ...ruling });
  await get(DecisionService).decide(secretary, meeting.id, topic.id, decision);
  return `meet:${outcome}`;
}
