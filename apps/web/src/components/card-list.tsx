import { Children, lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import styles from './card-list.module.css';
import { mostDrawn } from './most-drawn.js';

// Seldom does somebody read so far down, so it is not part of what everybody waits for.
const VirtualCards = lazy(async () => ({ default: (await import('./virtual-cards.js')).VirtualCards }));

/** Cards below each other, or side by side where there is room. */
export function CardList({ children }: { children: ReactNode }): ReactElement {
  if (Children.count(children) <= mostDrawn) return <div className={styles['list']}>{children}</div>;
  const cards = Children.toArray(children);
  return (
    <Suspense fallback={<div className={styles['list']}>{cards.slice(0, mostDrawn)}</div>}>
      <VirtualCards cards={cards} />
    </Suspense>
  );
}
