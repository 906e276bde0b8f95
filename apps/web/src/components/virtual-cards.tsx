import { Fragment, useLayoutEffect, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import styles from './card-list.module.css';
import { useLinesInSight } from './use-lines-in-sight.js';

/** Height of a card with what is between two, before it has been seen. */
const usualHeight = 126;
/** As in the style sheet: how wide a card is at least, and how far it is to the next. */
const [leastWidth, gap] = [340, 8];

/** Of many cards those in sight. */
export function VirtualCards({ cards }: { cards: readonly ReactNode[] }): ReactElement {
  const [lanes, setLanes] = useState(1);
  const keys = Array.from({ length: Math.ceil(cards.length / lanes) }, (_, index) => `${lanes}-${index}`);
  const { body, onFocus, places, after, measure } = useLinesInSight<HTMLDivElement>(keys, usualHeight);
  useLanes(body, setLanes);
  return (
    <div ref={body} onFocus={onFocus}>
      {places.map(({ key, index, before }) => (
        <Fragment key={key}>
          {before > 0 && <div style={{ height: before }} />}
          <div ref={measure} data-index={index} className={`${styles['list']} ${styles['row']}`}>
            {cards.slice(index * lanes, (index + 1) * lanes)}
          </div>
        </Fragment>
      ))}
      {after > 0 && <div style={{ height: after }} />}
    </div>
  );
}

/** Tells how many cards there is room for side by side. */
function useLanes(body: RefObject<HTMLElement | null>, tell: (lanes: number) => void): void {
  useLayoutEffect(() => {
    if (!body.current) return;
    const watcher = new ResizeObserver(([entry]) => {
      if (entry) tell(Math.max(1, Math.floor((entry.contentRect.width + gap) / (leastWidth + gap))));
    });
    watcher.observe(body.current);
    return () => watcher.disconnect();
  }, [body, tell]);
}
