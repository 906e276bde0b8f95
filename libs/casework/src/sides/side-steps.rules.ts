import type { StepRecord } from '@lianban/engine';
import type { EndedStep } from '../listener/step-changes.rules.js';
import type { NewStep } from '../tasks/step.sql.js';
import type { SideChange } from './side-process.sql.js';

/** Property by which a diagram marks the task whose opinion is the answer that was asked for. */
const answers = 'answers';

/** What a step of a side process changes of it: its term, the answer, how it ended. */
export function sideChangeOf(
  { instanceId, rootId, events, at }: Pick<StepRecord, 'instanceId' | 'rootId' | 'events' | 'at'>,
  ended: readonly EndedStep[],
  opened: readonly NewStep[],
): SideChange {
  const answer = ended.find(({ step, end }) => end.state === 'done' && step.properties[answers] === 'true');
  const answered = answer?.end;
  const over =
    instanceId === rootId &&
    events.some((event) => event.type === 'instance-completed' || event.type === 'instance-terminated');
  return {
    dueAt: opened.find((step) => step.properties[answers] === 'true')?.dueAt,
    answer: answered?.opinion,
    answeredAt: answered?.at,
    answeredByName: answered?.byName,
    answeredAs: answer?.step.outcomes.find(({ id }) => id === answered?.outcome)?.name,
    outcome: ended.findLast(({ end }) => end.state === 'done')?.end.outcome,
    lapses: ended.filter(({ end }) => end.state === 'lapsed').length,
    endedAt: over ? at : undefined,
  };
}
