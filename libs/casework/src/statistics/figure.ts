import { z } from 'zod';

/** What statistics count of the cases that were received in a period. */
export const caseFigures = [
  'received',
  'due',
  'closed',
  'withdrawn',
  'closedInTime',
  'closedAtOnce',
  'closedInTwo',
  'returned',
  'reworked',
  'repeated',
  'lapsed',
  'toContact',
  'contactedInTime',
  'rated',
  'satisfied',
  'dissatisfied',
  'asked',
  'solved',
] as const;

export type CaseFigure = (typeof caseFigures)[number];

/** What they count of the tasks that units received in it. */
export const taskFigures = ['tasks', 'done', 'doneInTime', 'late', 'open', 'toClaim', 'claimedInTime'] as const;

export type TaskFigure = (typeof taskFigures)[number];

/** Figures of which cases can be listed; what counts tasks lists the cases of these. */
const figures = [
  ...caseFigures.map((name) => `cases.${name}` as const),
  ...taskFigures.map((name) => `tasks.${name}` as const),
  'endings',
  'standing',
  'lit',
  'historic',
  'matter',
] as const;

const code = z.string().max(64);
const day = z.iso.date('日期格式为 YYYY-MM-DD').refine((each) => each >= '2000-01-01', '日期不能早于 2000-01-01');

/** Of which figure the cases are asked for. What a figure knows nothing of narrows it no further. */
export const figureQuerySchema = z.object({
  figure: z
    .enum(figures)
    .optional()
    .describe(
      'Only the cases that this figure of the statistics counts: of the cases or tasks of the period; closed in it; ' +
        'open now; with a task of this light now; about a long-standing matter; of a hot matter',
    ),
  from: day.optional().describe('First day of the period of the figure; absent: today'),
  to: day.optional().describe('Last day of it; absent: today'),
  asOf: day.optional().describe('What was known of the figure at the end of this day; absent: now'),
  topic: code.optional().describe('Code of a topic of the first level; `none`: of none'),
  left: z.enum(['true']).optional().describe('Without the cases that are left out of adjusted rates'),
  by: code.optional().describe('Unit whose figure it is'),
  disposition: code.optional().describe('Code of the way in which it was settled; `none`: without an answer'),
  lane: z.enum(['window', 'mutual', 'coordination']).optional(),
  age: code.optional().describe('Code of how long a long-standing matter has stood'),
  light: z.enum(['green', 'yellow', 'red', 'paused']).optional(),
  matter: z.uuid().optional().describe('Id of a hot matter'),
});

/** A figure, as it was checked at the edge. */
export type FigureQuery = z.output<typeof figureQuerySchema>;
