import { createWorkingCalendar, defaultCalendars } from '@lianban/calendar';
import { sideKinds, TrailService } from '@lianban/casework';
import type { DefaultWorld } from './default-world.js';

/** Terms of the default workflow by the timer that ends them, in working days. */
const days: Readonly<Record<string, number>> = {
  'station-due': 3,
  'street-due': 2,
  'department-due': 15,
  'return-due': 2,
  'deliberate-due': 15,
  'ordered-due': 15,
  'district-due': 15,
  'callback-due': 3,
  'second-due': 3,
};

const definition = defaultCalendars('Asia/Shanghai').find(({ id }) => id === 'working-days');
if (!definition) throw new Error('expected the calendar "working-days" among the default ones');
const calendar = createWorkingCalendar(definition);

interface OpenStep {
  readonly element_id: string;
  readonly unit_id: string | null;
  readonly pools: number;
  readonly due_at: Date | null;
  readonly due_event: string;
  readonly suspended: boolean;
  readonly timer_due_at: Date | null;
  readonly began_at: Date;
  readonly acts: readonly { kind: string; at: string; days: number | null; ended_at: string | null }[];
  readonly known: Date;
}

/**
 * What must hold of every case at every moment: an open case has an owner and a clock, every term follows from its
 * ledger alone and is the one that the engine waits for, and every lapse is told and counted once.
 */
export async function brokenInvariants(world: DefaultWorld, caseId: string): Promise<string[]> {
  const [file] = await world.database.query<{ state: string; escalations: number; lapses: number; told: number }>({
    text: `SELECT state, escalations,
        (SELECT count(*)::int FROM casework.step WHERE case_id = $1 AND state = 'lapsed' AND NOT EXISTS (
          SELECT FROM casework.side_process WHERE id = step.instance_id)) AS lapses,
        (SELECT count(*)::int FROM casework.trail WHERE case_id = $1 AND kind = 'lapsed'
          AND definition_key <> ALL ($2::text[])) AS told
      FROM casework.case_file WHERE id = $1`,
    values: [caseId, sideKinds],
  });
  const steps = await openSteps(world, caseId);
  const broken: string[] = [];
  if (!file) return [`case ${caseId} is gone`];
  if (file.state === 'open' && steps.length === 0) broken.push('it is open and nobody has it');
  if (file.state !== 'open' && steps.length > 0) broken.push(`it is ${file.state} and has open tasks`);
  if (file.lapses !== file.told) broken.push(`${file.lapses} lapses, but ${file.told} told`);
  // A callback that nobody made closes the case and takes it nowhere.
  const unescalated = file.lapses - file.escalations;
  if (unescalated < 0 || unescalated > (file.state === 'open' ? 1 : 2))
    broken.push(`${file.lapses} lapses, but ${file.escalations} escalations`);
  for (const step of steps) broken.push(...brokenStep(step));
  const line = await world.get(TrailService).firstBrokenLine(caseId);
  if (line !== undefined) broken.push(`line ${line} of its history was changed`);
  return broken;
}

function brokenStep(step: OpenStep): string[] {
  const { element_id: name } = step;
  if (step.unit_id === null || step.pools === 0) return [`"${name}" has no owner`];
  if (!step.due_at) return [`"${name}" has no clock`];
  const expected = expectedTerm(step);
  const broken: string[] = [];
  if (step.due_at.getTime() !== Date.parse(expected))
    broken.push(`"${name}" is due at ${step.due_at.toISOString()}, but its ledger gives ${expected}`);
  if (step.timer_due_at && step.timer_due_at.getTime() !== step.due_at.getTime())
    broken.push(
      `"${name}" is due at ${step.due_at.toISOString()}, but the engine waits for ${step.timer_due_at.toISOString()}`,
    );
  const stands = step.acts.some(({ kind, ended_at: ended }) => kind === 'suspend' && ended === null);
  if (stands !== step.suspended)
    broken.push(`"${name}" ${step.suspended ? 'stands without' : 'runs in spite of'} a pause`);
  return broken;
}

/** The term as the calendar counts it from the beginning and the acts alone. */
function expectedTerm({ began_at: began, due_event: event, acts }: OpenStep): string {
  const duration = `P${days[event] ?? 0}D`;
  let { dueAt } = calendar.addDuration(began.toISOString(), duration);
  for (const act of acts) {
    if (act.kind === 'extend') dueAt = calendar.addDuration(dueAt, `P${act.days}D`).dueAt;
    if (act.kind === 'suspend' && act.ended_at !== null)
      dueAt = calendar.addPause(
        dueAt,
        duration,
        new Date(act.at).toISOString(),
        new Date(act.ended_at).toISOString(),
      ).dueAt;
  }
  return dueAt;
}

async function openSteps(world: DefaultWorld, caseId: string): Promise<OpenStep[]> {
  return await world.database.query<OpenStep>({
    text: `SELECT step.element_id, step.unit_id, cardinality(step.pools) AS pools, step.due_at, step.due_event,
        step.suspended, timer.due_at AS timer_due_at,
        (SELECT min(received_at) FROM casework.step same
          WHERE same.instance_id = step.instance_id AND same.term_key = step.term_key) AS began_at,
        (SELECT coalesce(json_agg(act ORDER BY act.id), '[]') FROM casework.case_act act
          WHERE act.instance_id = step.instance_id AND act.key = step.term_key AND act.kind IN ('extend', 'suspend')) AS acts
      FROM casework.step LEFT JOIN engine.timer ON timer.instance_id = step.instance_id
        AND timer.owner_key = step.term_key AND timer.element_id = step.due_event
      WHERE case_id = $1 AND step.state = 'open'
        AND NOT EXISTS (SELECT FROM casework.side_process WHERE id = step.instance_id)`,
    values: [caseId],
  });
}
