import type { ReactElement, ReactNode } from 'react';
import { CaseTitle } from './case-title.js';
import { Due, type Term } from './due.js';
import styles from './record-card.module.css';

interface Props {
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  /** Null for a case that is over; absent where the list has no terms. */
  readonly term?: Term | null;
  /** Short facts in reading order; empty ones are left out. */
  readonly facts: readonly (string | null | undefined)[];
  /** What selects it, at its upper right corner. */
  readonly select?: ReactNode;
  readonly children?: ReactNode;
}

/** A list row as a card, for narrow windows. */
export function RecordCard({ caseId, code, title, term, facts, select, children }: Props): ReactElement {
  return (
    <article data-line="" className={styles['card']}>
      {select && <div className={styles['select']}>{select}</div>}
      <CaseTitle caseId={caseId} title={title} />
      <p className={styles['facts']}>
        <span className="number">{code}</span>
        {facts.filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {(term !== undefined || children) && (
        <div className={styles['foot']}>
          {term !== undefined && <Due term={term} oneLine />}
          {children}
        </div>
      )}
    </article>
  );
}
