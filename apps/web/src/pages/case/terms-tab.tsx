import type { ReactElement } from 'react';
import { useCaseTerms } from '../../api/case-pages.js';
import type { LedgerTerm } from '../../api/model.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { termLength } from './term-length.js';
import styles from './terms-tab.module.css';

const words = pageWords.ledger;

/** The ledger of a case's terms: each by the rule that applied, with everything that happened to its clock. */
export function TermsTab({ caseId }: { caseId: string }): ReactElement {
  const terms = useCaseTerms(caseId);
  if (terms.isPending) return <Loading />;
  if (!terms.data) return <Failure error={terms.error} onRetry={() => void terms.refetch()} />;
  if (terms.data.length === 0) return <Empty text={words.empty} />;
  return (
    <>
      <p className={styles['hint']}>{words.hint}</p>
      <ol className={styles['terms']}>
        {terms.data.map((term) => (
          <Term key={term.id} term={term} />
        ))}
      </ol>
    </>
  );
}

function Term({ term }: { term: LedgerTerm }): ReactElement {
  const name = term.kind === 'contact' ? words.contact : (term.step ?? words.unnamed);
  const facts = [
    [words.rule, ruleOf(term)],
    [words.holder, [term.unit, term.holder].filter(Boolean).join(' · ')],
    [words.started, longTime(term.startedAt)],
    [words.warning, term.warnAt && longTime(term.warnAt)],
    [words.due, longTime(term.dueAt)],
    [words.left, term.left],
  ] as const;
  return (
    <li className={`sheet ${styles['term']}`}>
      <header className={styles['head']}>
        <h2 className={styles['name']}>{name}</h2>
        <span className={`${styles['state']} ${styles[term.state]}`}>{words.state[term.state]}</span>
      </header>
      <dl className={styles['facts']}>
        {facts
          .filter(([, value]) => value)
          .map(([fact, value]) => (
            <div key={fact}>
              <dt>{fact}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <ol className={styles['entries']} aria-label={words.entries(name)}>
        {term.entries.map((entry, index) => (
          <Entry key={index} entry={entry} workingTime={term.workingTime} />
        ))}
      </ol>
    </li>
  );
}

function Entry(props: { entry: LedgerTerm['entries'][number]; workingTime: boolean }): ReactElement {
  const { at, act, actor, reason, by, dueAt, dueAtBefore } = props.entry;
  const moved = dueAtBefore !== null && dueAtBefore !== dueAt;
  return (
    <li className={styles['entry']}>
      <time dateTime={at} className="number">
        {longTime(at)}
      </time>
      <strong className={styles[act]}>
        {words.act[act]}
        {by && ` ${termLength(by, props.workingTime)}`}
      </strong>
      <span>{actor ?? messages.casePage.system}</span>
      <span className={styles['why']}>
        {[reason, moved && words.moves(longTime(dueAtBefore), longTime(dueAt))]
          .filter(Boolean)
          .join(messages.marks.clause)}
      </span>
    </li>
  );
}

function ruleOf({ duration, calendar, workingTime, definition, elementId }: LedgerTerm): string {
  const counted = duration ? words.term(termLength(duration, workingTime), calendar) : words.fixed;
  return [counted, definition && words.ofDiagram(definition.name, definition.version, elementId)]
    .filter(Boolean)
    .join(messages.marks.clause);
}
