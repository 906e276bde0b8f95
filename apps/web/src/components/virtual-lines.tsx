import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { Fragment, useCallback, useLayoutEffect, useRef, useState, type FocusEvent, type ReactElement } from 'react';

interface Props {
  /** Of every line, in their order. */
  readonly keys: readonly string[];
  /** Draws a line, which tells its place as `data-index` and is measured by `ref`. */
  readonly line: (index: number, ref: (line: Element | null) => void) => ReactElement | null;
}

/** Height of a line before it has been seen. */
const usualHeight = 48;
/** Lines that are drawn beyond what is in sight, so that keys find the next one. */
const beyond = 15;

/** Of a long list the lines in sight, and the one that has the focus; the others leave their place empty. */
export function VirtualLines({ keys, line }: Props): ReactElement {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<string>();
  useLayoutEffect(() => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  const focusedAt = focused === undefined ? -1 : keys.indexOf(focused);
  const virtual = useWindowVirtualizer({
    count: keys.length,
    estimateSize: () => usualHeight,
    overscan: beyond,
    scrollMargin: top,
    getItemKey: (index) => keys[index] ?? index,
    rangeExtractor: useCallback((range: Range) => withLine(defaultRangeExtractor(range), focusedAt), [focusedAt]),
  });
  const onFocus = ({ target }: FocusEvent) => setFocused(keys[Number(target.closest('tr')?.dataset['index'])]);
  const items = virtual.getVirtualItems();
  const end = items.at(-1)?.end ?? top;
  return (
    <tbody ref={body} onFocus={onFocus}>
      {items.map(({ index, start, key }, at) => (
        <Fragment key={key}>
          <Gap height={start - (items[at - 1]?.end ?? top)} />
          {line(index, virtual.measureElement)}
        </Fragment>
      ))}
      <Gap height={virtual.getTotalSize() + top - end} />
    </tbody>
  );
}

function Gap({ height }: { height: number }): ReactElement | null {
  return height > 0 ? <tr aria-hidden style={{ height }} /> : null;
}

/** The indices with one more, in order. */
function withLine(indices: number[], index: number): number[] {
  return index < 0 || indices.includes(index) ? indices : [...indices, index].sort((a, b) => a - b);
}
