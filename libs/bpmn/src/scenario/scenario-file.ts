import { parse } from 'yaml';
import { z } from 'zod';

const variables = z.record(z.string(), z.json());
const ids = z.array(z.string());
const state = z.enum(['completed', 'active', 'terminated', 'incident', 'failed']);

const expectation = z.looseObject({
  deploy: z.enum(['ok', 'rejected']).optional(),
  state: state.optional(),
  alsoAccept: z.array(state).optional(),
  completed: ids.optional(),
  completedAnyOrder: ids.optional(),
  notVisited: ids.optional(),
  waiting: ids.optional(),
  waitingExactly: ids.optional(),
  variables: variables.optional(),
  timers: z.record(z.string(), z.string()).optional(),
  incidents: ids.optional(),
  instances: z
    .array(
      z.looseObject({
        process: z.string(),
        state: state.optional(),
        completed: ids.optional(),
        waiting: ids.optional(),
        count: z.number().optional(),
      }),
    )
    .optional(),
});

const scenario = z.looseObject({
  name: z.string().default('unnamed'),
  noStart: z.boolean().optional(),
  startAlso: ids.optional(),
  /** False: timer start events start nothing, as in a recorded trial run. */
  timedStarts: z.boolean().optional(),
  start: z
    .looseObject({ variables: variables.optional(), message: z.string().optional(), at: z.string().optional() })
    .optional(),
  steps: z.array(z.looseObject({})).default([]),
  expect: expectation.default({}),
});

const scenarioFile = z.looseObject({
  model: z.union([z.string(), z.array(z.string())]),
  process: z.string().optional(),
  scenarios: z.array(scenario).min(1),
});

/** What a scenario expects at one point; absent keys are not looked at. */
export type Expectation = z.infer<typeof expectation>;
export type Scenario = z.infer<typeof scenario>;
export type ScenarioFile = z.infer<typeof scenarioFile>;

export { expectation as expectationSchema };

/** Reads a scenario file (YAML). Throws an Error that names the file and the place when it is not one. */
export function readScenarioFile(name: string, text: string): ScenarioFile {
  const result = scenarioFile.safeParse(parse(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a scenario file'}`);
}
