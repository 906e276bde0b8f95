import type { operations } from './schema.js';

type Asked = NonNullable<operations['listCases']['parameters']['query']>;

/** Of which figure cases are asked for. */
export type FigureAsked = Pick<
  Asked,
  | 'state'
  | 'campaign'
  | 'unit'
  | 'figure'
  | 'from'
  | 'to'
  | 'asOf'
  | 'topic'
  | 'left'
  | 'by'
  | 'disposition'
  | 'lane'
  | 'age'
  | 'light'
  | 'matter'
>;

export type Figure = NonNullable<FigureAsked['figure']>;

/** What of a figure stands in the address of its cases, beside its days. */
const figureParts = ['figure', 'asOf', 'topic', 'left', 'by', 'disposition', 'lane', 'age', 'light', 'matter'] as const;

/** The page with the cases of a figure. */
export function casesAddress(asked: FigureAsked): string {
  const told = Object.entries(asked).filter(([, value]) => value !== undefined);
  return `/cases?${new URLSearchParams(Object.fromEntries(told))}`;
}

/** What an address asks for; the server refuses what is no figure. */
export function figureOf(search: URLSearchParams): FigureAsked {
  if (!search.has('figure')) return {};
  const days = ['from', 'to'] as const;
  return Object.fromEntries(
    [...figureParts, ...days].flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** An address without its figure. */
export const noFigure: Readonly<Record<string, string>> = Object.fromEntries(
  [...figureParts, 'from', 'to'].map((name) => [name, '']),
);
