import { Fragment, type ReactElement } from 'react';
import { useLinesInSight } from './use-lines-in-sight.js';

interface Props {
  /** Of every line, in their order. */
  readonly keys: readonly string[];
  /** Draws a line, which tells its place as `data-index` and is measured by `ref`. */
  readonly line: (index: number, ref: (line: Element | null) => void) => ReactElement | null;
}

const usualHeight = 48;

/** Of a long table the lines in sight. */
export function VirtualLines({ keys, line }: Props): ReactElement {
  const { body, onFocus, places, after, measure } = useLinesInSight<HTMLTableSectionElement>(keys, usualHeight);
  return (
    <tbody ref={body} onFocus={onFocus}>
      {places.map(({ key, index, before }) => (
        <Fragment key={key}>
          <Gap height={before} />
          {line(index, measure)}
        </Fragment>
      ))}
      <Gap height={after} />
    </tbody>
  );
}

function Gap({ height }: { height: number }): ReactElement | null {
  return height > 0 ? <tr aria-hidden style={{ height }} /> : null;
}
