import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { useRelatedCases } from '../../api/case-pages.js';
import { useCaseHistory } from '../../api/cases.js';
import type { Case, HistoryEntry, RelatedCase } from '../../api/model.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { actorText } from './actor-text.js';
import { SideList } from './side-list.js';
import styles from './related-tab.module.css';

const words = pageWords.related;

/** What else is known of the matter: cases that go with it, of the same resident or place, and like ones. */
export function RelatedTab({ case: it }: { case: Case }): ReactElement {
  const found = useRelatedCases(it.id);
  const history = useCaseHistory(it.id);
  if (found.isPending || history.isPending) return <Loading />;
  if (!found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (!history.data) return <Failure error={history.error} onRetry={() => void history.refetch()} />;
  const reopened = history.data.filter(({ kind }) => kind === 'reopened' || kind === 'separated');
  const { person, address, similar, masked } = grouped(found.data);
  const empty = [found.data, it.merged, it.sides, reopened].every((list) => list.length === 0) && !it.mergedInto;
  return (
    <div className={styles['groups']}>
      {empty && <Empty text={words.empty} />}
      <Together case={it} />
      <Reopenings entries={reopened} />
      <SideList case={it} />
      <Group title={words.person} hint={words.personHint} cases={person} />
      {masked && <p className={styles['hint']}>{words.personMasked}</p>}
      <Group title={words.address} cases={address} />
      <Group title={words.similar} cases={similar} />
    </div>
  );
}

/** Each case once, under what ties it closest. */
function grouped(cases: readonly RelatedCase[]) {
  const person = cases.filter(({ samePerson }) => samePerson);
  const address = cases.filter((each) => !each.samePerson && each.sameAddress);
  const similar = cases.filter((each) => !each.samePerson && !each.sameAddress);
  return { person, address, similar, masked: cases.some(({ samePerson }) => samePerson === null) };
}

function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }): ReactElement {
  return (
    <section className={`sheet ${styles['group']}`} aria-label={title}>
      <h2 className={styles['heading']}>{title}</h2>
      {hint && <p className={styles['hint']}>{hint}</p>}
      <ul>{children}</ul>
    </section>
  );
}

function Group(props: { title: string; hint?: string; cases: readonly RelatedCase[] }): ReactElement | null {
  if (props.cases.length === 0) return null;
  return (
    <Section title={props.title} {...(props.hint && { hint: props.hint })}>
      {props.cases.map((each) => (
        <li key={each.id} className={styles['line']}>
          <Link to={`/cases/${each.id}`}>{`${each.code} ${each.title}`}</Link>
          <span className={styles['facts']}>{factsOf(each)}</span>
        </li>
      ))}
    </Section>
  );
}

function factsOf({ stateName, unit, address, receivedAt, similarity }: RelatedCase): string {
  const likeness = similarity > 0 && words.likeness(similarity);
  return [messages.said.state(stateName), unit, address, longTime(receivedAt), likeness].filter(Boolean).join(' · ');
}

/** Cases that are handled as one with it. */
function Together({ case: { mergedInto, merged } }: { case: Case }): ReactElement | null {
  if (!mergedInto && merged.length === 0) return null;
  const lines = [
    ...(mergedInto ? [{ ...mergedInto, as: words.main }] : []),
    ...merged.map((each) => ({ ...each, as: words.part })),
  ];
  return (
    <Section title={words.merged}>
      {lines.map(({ id, code, title, as }) => (
        <li key={id} className={styles['line']}>
          <Link to={`/cases/${id}`}>{`${code} ${title}`}</Link>
          <span className={styles['facts']}>{as}</span>
        </li>
      ))}
    </Section>
  );
}

/** How often it was taken up again, and why. */
function Reopenings({ entries }: { entries: readonly HistoryEntry[] }): ReactElement | null {
  if (entries.length === 0) return null;
  return (
    <Section title={words.reopened}>
      {entries.map((entry) => (
        <li key={entry.seq} className={styles['line']}>
          <span>{[messages.said.event(entry), entry.opinion].filter(Boolean).join(messages.marks.colon)}</span>
          <span className={styles['facts']}>{`${longTime(entry.at)} · ${actorText(entry)}`}</span>
        </li>
      ))}
    </Section>
  );
}
