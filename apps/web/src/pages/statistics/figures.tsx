import type { ReactElement } from 'react';

/** A number or a share, in figures of equal width. */
export function figure(value: number | string | null): ReactElement {
  return <span className="number">{value ?? '—'}</span>;
}

/** A share from 0 to 1 in percent; nothing to divide by: a dash. */
export function percent(rate: number | null): ReactElement {
  return figure(rate === null ? null : `${(rate * 100).toFixed(2)}%`);
}
