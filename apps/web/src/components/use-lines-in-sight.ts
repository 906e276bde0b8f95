import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import { keptLines } from './kept-lines.js';

/** Lines that are drawn beyond what is in sight, so that keys find the next one. */
const beyond = 10;

/** A line that is drawn, and how much room is left before it for those that are not. */
interface Place {
  readonly key: string;
  readonly index: number;
  readonly before: number;
}

interface LinesInSight<Body> {
  /** What holds the lines; it hears what gets the focus. */
  readonly body: RefObject<Body | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly places: readonly Place[];
  /** Room for what follows the last of them. */
  readonly after: number;
  /** The `ref` of a line, which tells its place as `data-index`. */
  readonly measure: (line: Element | null) => void;
}

/**
 * Of a long list the lines in sight, and those around the one that has the focus; the others leave their place empty.
 *
 * @param keys of every line, in their order
 * @param height of a line before it has been seen
 */
export function useLinesInSight<Body extends HTMLElement>(keys: readonly string[], height: number): LinesInSight<Body> {
  const body = useRef<Body>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<string>();
  useLayoutEffect(() => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  const focusedAt = focused === undefined ? -1 : keys.indexOf(focused);
  const virtual = useWindowVirtualizer({
    count: keys.length,
    estimateSize: () => height,
    overscan: beyond,
    scrollMargin: top,
    getItemKey: (index) => keys[index] ?? index,
    rangeExtractor: useCallback(
      (range: Range) => keptLines(defaultRangeExtractor(range), focusedAt, range.count),
      [focusedAt],
    ),
  });
  const items = virtual.getVirtualItems();
  return {
    body,
    onFocus: ({ target }) => setFocused(keys[Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'])]),
    places: items.map(({ key, index, start }, at) => ({
      key: String(key),
      index,
      before: start - (items[at - 1]?.end ?? top),
    })),
    after: virtual.getTotalSize() + top - (items.at(-1)?.end ?? top),
    measure: virtual.measureElement,
  };
}
