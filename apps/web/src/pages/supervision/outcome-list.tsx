import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './outcome-list.module.css';

const words = pageWords.supervision;

interface Outcome {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly caseTitle: string;
}

/** What a line says of a bulletin or a talk, beside the case that caused it. */
export interface OutcomeLine {
  readonly heading: string;
  readonly state: string;
  /** Needs somebody's attention. */
  readonly pressing: boolean;
  /** Short facts in reading order; empty ones are left out. */
  readonly facts: readonly (string | null | undefined)[];
  readonly texts: readonly (string | null | undefined)[];
  readonly acts: ReactNode;
}

interface Props<Item extends Outcome> {
  readonly label: string;
  readonly empty: string;
  readonly list: UseInfiniteQueryResult<{ pages: { items: Item[] }[] }>;
  readonly line: (item: Item) => OutcomeLine;
}

/** Bulletins or talks below each other, each with what may be done with it. */
export function OutcomeList<Item extends Outcome>({ label, empty, list, line }: Props<Item>): ReactElement {
  if (list.isPending) return <Loading />;
  if (!list.data) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return <Empty text={empty} />;
  }
  return (
    <div className="sheet">
      <ul className={styles['list']} aria-label={label}>
        {items.map((item) => (
          <Line key={item.id} item={item} {...line(item)} />
        ))}
      </ul>
      <MoreButton list={list} shown={items.length} />
    </div>
  );
}

function Line({ item, ...line }: OutcomeLine & { readonly item: Outcome }): ReactElement {
  return (
    <li className={styles['line']}>
      <div className={styles['about']}>
        <p className={styles['heading']}>
          <strong>{line.heading}</strong>
          <span className={line.pressing ? styles['pressing'] : styles['state']}>{line.state}</span>
        </p>
        <p className={styles['facts']}>
          <Link to={`/cases/${item.caseId}`}>{words.ofCase(item.code, item.caseTitle)}</Link>
          {line.facts.filter(Boolean).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {line.texts.filter(Boolean).map((text) => (
          <p key={text} className={styles['text']}>
            {text}
          </p>
        ))}
      </div>
      <div className={styles['acts']}>{line.acts}</div>
    </li>
  );
}
