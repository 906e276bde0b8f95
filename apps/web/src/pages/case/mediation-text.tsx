import type { ReactElement } from 'react';
import type { Side } from '../../api/model.js';
import { attachmentAddress } from '../../api/attachments.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './side-list.module.css';

const words = messages.mediation;

/** Between whom a mediation is, and on what they agreed. */
export function MediationText({ mediation }: { mediation: NonNullable<Side['mediation']> }): ReactElement {
  const { group, agreement, duties, paper } = mediation;
  const parties = mediation.parties.map((name, index) => words.party(index, name));
  return (
    <>
      <p className={styles['answer']}>
        {[words.between(parties.join(messages.marks.list)), ...(group === null ? [] : [words.by(group)])].join(
          messages.marks.clause,
        )}
      </p>
      {agreement !== null && <p className={styles['text']}>{words.told(agreement)}</p>}
      {duties.length > 0 && (
        <ul className={styles['duties']}>
          {duties.map(({ party, what, by }) => (
            <li key={`${party} ${what} ${by}`}>{words.dutyLine(parties[party] ?? '', what, dayText(by))}</li>
          ))}
        </ul>
      )}
      {paper && (
        <p>
          <a href={attachmentAddress(paper.id)} target="_blank" rel="noreferrer">
            {words.paperLink(paper.name)}
          </a>
        </p>
      )}
    </>
  );
}
