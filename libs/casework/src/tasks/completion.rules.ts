import { z } from 'zod';
import { reservedNames } from '@lianban/bpmn';
import type { StartRequest } from '@lianban/engine';
import {
  answerRefused,
  opinionRequired,
  outcomeInvalid,
  outcomeNeedsAct,
  variablesRefused,
} from '../casework.errors.js';
import type { TaskOutcome } from './step.js';

type JsonValue = StartRequest['variables'][string];

/** What somebody says when finishing a task. */
export const completionSchema = z
  .object({
    outcome: z.string().max(64).nullish().describe('Id of one of the outcomes that the task offers'),
    opinion: z.string().trim().max(4_000, '意见不能超过 4000 字').nullish(),
    disposition: z.string().max(40).nullish().describe('Of an outcome that closes: code of a disposition'),
    reply: z
      .string()
      .trim()
      .max(4_000, '答复不能超过 4000 字')
      .nullish()
      .describe('Of such an outcome: told to the resident'),
    variables: z.record(z.string().regex(variableName(), '变量名格式不正确'), z.custom<JsonValue>()).nullish(),
  })
  .meta({ id: 'TaskCompletion' });

/** A completion as it was checked at the edge. */
export type Completion = z.output<typeof completionSchema>;

const mostCharacters = 20_000;

/**
 * The outcome that somebody means; undefined for a task without outcomes.
 *
 * @throws outcome-required, outcome-unknown, outcome-needs-act, opinion-required, answer-refused
 */
export function completionOutcome(outcomes: readonly TaskOutcome[], completion: Completion): TaskOutcome | undefined {
  const outcome = chooseOutcome(outcomes, completion.outcome ?? undefined);
  if (outcome?.act !== undefined) throw outcomeNeedsAct(outcome.name, outcome.act);
  if (outcome?.opinion === 'required' && !completion.opinion) throw opinionRequired(outcome.name);
  if (outcome?.closes !== true && (completion.disposition || completion.reply)) throw answerRefused(outcome?.name);
  return outcome;
}

/** The variables with which a task is completed. @throws variables-refused */
export function completionVariables(
  outcome: TaskOutcome | undefined,
  completion: Completion,
): Record<string, JsonValue> {
  const variables = completion.variables ?? {};
  const refused = Object.keys(variables).filter((name) => reservedNames.has(name));
  if (refused.length > 0) throw variablesRefused(refused, 'they are set by the product itself');
  if (JSON.stringify(variables).length > mostCharacters) {
    throw variablesRefused(Object.keys(variables), `together they exceed ${mostCharacters} characters`);
  }
  return outcome ? { ...variables, outcome: outcome.id } : variables;
}

/** A single outcome needs no naming; a task without outcomes can only be finished as such. */
function chooseOutcome(outcomes: readonly TaskOutcome[], given: string | undefined): TaskOutcome | undefined {
  if (outcomes.length === 0 && given === undefined) return undefined;
  if (given === undefined && outcomes.length === 1) return outcomes[0];
  const chosen = outcomes.find(({ id }) => id === given);
  if (!chosen)
    throw outcomeInvalid(
      given,
      outcomes.map(({ id }) => id),
    );
  return chosen;
}

function variableName(): RegExp {
  return /^[\p{L}_][\p{L}\p{N}_]{0,63}$/u;
}
