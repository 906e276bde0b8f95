import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { casesAddress, type FigureAsked } from '../api/figure.js';
import { messages } from '../messages/messages.js';
import styles from './figure-link.module.css';

interface Props {
  readonly n: number;
  /** Of what it is, for who hears it without the table around it. */
  readonly of: string;
  readonly to: FigureAsked;
}

/** A number as the way to the cases it counts; none leads nowhere. */
export function FigureLink({ n, of, to }: Props): ReactElement {
  if (n === 0) return <span className="number">0</span>;
  return (
    <Link className={`number ${styles['count']}`} aria-label={messages.listedBy.count(of, n)} to={casesAddress(to)}>
      {n}
    </Link>
  );
}
