import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Case, ServiceRecord } from '../../../api/model.js';
import { useAddService, useServiceRecord } from '../../../api/service-record.js';
import { longTime } from '../../../format/time.js';
import { problemText } from '../../../format/problem-text.js';
import { messages } from '../../../messages/messages.js';
import { ServiceDialog, type AddedKind } from './service-dialog.js';
import { entriesOf, type Entry } from './service-entries.js';
import styles from './service-section.module.css';

const words = messages.service;

/** What was done with the resident, the latest first, with what may be added. */
export function ServiceSection({ case: it }: { case: Case }): ReactElement | null {
  const found = useServiceRecord(it.id);
  const [kind, setKind] = useState<AddedKind>();
  const record = found.data;
  if (!record) return null;
  const entries = entriesOf(record);
  if (entries.length === 0 && !record.canAdd && !record.firstContact) return null;
  return (
    <section className={`sheet ${styles['service']}`} aria-labelledby="service">
      <header className={styles['head']}>
        <h2 id="service" className={styles['heading']}>
          {words.heading}
        </h2>
        <div className={styles['acts']}>
          {kindsOf(it, record).map((each) => (
            <Button key={each} size="small" onClick={() => setKind(each)}>
              {words.add[each]}
            </Button>
          ))}
        </div>
      </header>
      <FirstContact of={record} open={it.state === 'open'} />
      {entries.length === 0 && <p className={styles['facts']}>{words.nothing}</p>}
      <ul className={styles['list']}>
        {entries.map((entry) => (
          <EntryLine key={entry.id} caseId={it.id} entry={entry} canReturn={record.canAdd} />
        ))}
      </ul>
      {kind && <ServiceDialog caseId={it.id} kind={kind} onClose={() => setKind(undefined)} />}
    </section>
  );
}

function kindsOf(it: Case, { canAdd, proxies }: ServiceRecord): readonly AddedKind[] {
  if (!canAdd) return [];
  const running = proxies.some(({ endedAt }) => endedAt === null);
  return ['contact', ...(it.state === 'open' ? (['tell', 'paper', running ? 'end' : 'proxy'] as const) : [])];
}

/** The first contact, with its term, and how often the resident had to come. */
function FirstContact({ of: { firstContact, trips }, open }: { of: ServiceRecord; open: boolean }): ReactElement {
  const term = firstContact && (open || firstContact.at) ? firstContactText(firstContact) : undefined;
  return (
    <p className={styles['facts']}>
      {term && <span className={firstContact?.late ? styles['late'] : undefined}>{term}</span>}
      {term && trips > 0 && ' · '}
      {trips > 0 && words.trips(trips)}
    </p>
  );
}

function firstContactText({ dueAt, at, late }: NonNullable<ServiceRecord['firstContact']>): string {
  if (at) return (late ? words.firstDoneLate : words.firstDone)(longTime(at));
  return (late ? words.firstLate : words.firstDue)(longTime(dueAt));
}

function EntryLine(props: { caseId: string; entry: Entry; canReturn: boolean }): ReactElement {
  const { title, at, who, text, paper } = props.entry;
  return (
    <li className={styles['entry']}>
      <p className={styles['line']}>
        <strong>{title}</strong>
        <span className={styles['facts']}>{[longTime(at), who].filter(Boolean).join(' · ')}</span>
        {paper && props.canReturn && <ReturnButton caseId={props.caseId} paper={paper} />}
      </p>
      {text && <p className={styles['text']}>{text}</p>}
    </li>
  );
}

function ReturnButton({ caseId, paper }: { caseId: string; paper: { id: string; name: string } }): ReactElement {
  const add = useAddService(caseId);
  return (
    <>
      <Button
        size="small"
        loading={add.isPending}
        aria-label={words.giveBackOf(paper.name)}
        onClick={() => add.mutate({ kind: 'return', paper: paper.id })}
      >
        {words.giveBack}
      </Button>
      {add.error && <span role="alert">{problemText(add.error)}</span>}
    </>
  );
}
