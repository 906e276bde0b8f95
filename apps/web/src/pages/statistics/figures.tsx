import type { ReactElement } from 'react';
import { percentText } from '../../format/percent.js';

/** A number or a share, in figures of equal width. */
export function figure(value: number | string | null): ReactElement {
  return <span className="number">{value ?? '—'}</span>;
}

/** A share from 0 to 1 in percent; nothing to divide by: a dash. */
export function percent(rate: number | null): ReactElement {
  return figure(percentText(rate));
}
