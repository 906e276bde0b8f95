import type { ReactElement } from 'react';
import type { FigureAsked } from '../../api/figure.js';
import type { Period } from '../../api/statistics.js';
import { FigureLink } from '../../components/figure-link.js';
import { percentText } from '../../format/percent.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import { rateFigures } from './rate-figures.js';

/** A number or a share, in figures of equal width. */
export function figure(value: number | string | null): ReactElement {
  return <span className="number">{value ?? '—'}</span>;
}

/** A share from 0 to 1 in percent; nothing to divide by: a dash. */
export function percent(rate: number | null): ReactElement {
  return figure(percentText(rate));
}

/** A column of counts, each the way to its cases. @param name says of what, of which row */
export function countColumn<Row>(
  column: Omit<Column<Row>, 'cell'>,
  name: (row: Row) => string,
  count: (row: Row) => number,
  to: (row: Row) => FigureAsked,
): Column<Row> {
  return {
    ...column,
    cell: (it) => <FigureLink n={count(it)} of={`${name(it)} ${column.title}`} to={to(it)} />,
  };
}

interface Parts {
  readonly code: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** What a rate is made of, each the way to its cases. */
export function rateParts(rate: Parts, of: string, to: Period & FigureAsked): ReactElement {
  const [numerator, denominator] = rateFigures[rate.code] ?? [];
  const { listedBy } = messages;
  if (!numerator || !denominator) return figure(`${rate.numerator} / ${rate.denominator}`);
  const part = (n: number, asked: typeof numerator) => (
    <FigureLink n={n} of={`${of} ${listedBy.figure[asked]}`} to={{ ...to, figure: asked }} />
  );
  return (
    <>
      {part(rate.numerator, numerator)} / {part(rate.denominator, denominator)}
    </>
  );
}
