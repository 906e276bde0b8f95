import type { ReactElement } from 'react';
import type { PublicPledge, PublicPledges } from '../../api/model.js';
import { publicPledgeFileAddress } from '../../api/pledge-files.js';
import { isPhoto } from '../../format/file-kind.js';
import { percentText } from '../../format/percent.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './public-pledges.module.css';

const words = messages.publicPledge;
const { outcomes, score, late, evidenceOf, files } = messages.pledge;

/** A public pledge in plain words. */
export function PublicPledgeCard({ pledge: it }: { pledge: PublicPledge }): ReactElement {
  return (
    <article className={`sheet ${styles['pledge']}`}>
      <p className={it.late ? styles['late'] : styles['state']}>{standingOf(it)}</p>
      <h3 className={styles['title']}>{it.title}</h3>
      <p>{it.text}</p>
      <p className={styles['grey']}>{words.measure(it.measure)}</p>
      <p className={styles['grey']}>
        {[it.topic, it.pledger && words.by(it.pledger), words.due(dayText(it.dueOn))].filter(Boolean).join(' · ')}
      </p>
      {it.progress.length > 0 && (
        <>
          <h4 className={styles['heading']}>{words.progress}</h4>
          <ul>
            {it.progress.map(({ day, text, evidence }, index) => (
              <li key={index}>
                <p>{`${dayText(day)}　${text}`}</p>
                {evidence !== '' && <p className={styles['grey']}>{evidenceOf(evidence)}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      {it.files.length > 0 && (
        <>
          <h4 className={styles['heading']}>{files}</h4>
          <ul className={styles['links']}>
            {it.files.map(({ id, name, type }) => (
              <li key={id}>
                <a href={publicPledgeFileAddress(it.id, id)} target="_blank" rel="noreferrer">
                  {isPhoto(type) ? (
                    <img
                      src={publicPledgeFileAddress(it.id, id)}
                      alt={name}
                      loading="lazy"
                      width={120}
                      height={90}
                      className={styles['photo']}
                    />
                  ) : (
                    name
                  )}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {it.result !== null && (
        <>
          <h4 className={styles['heading']}>{words.result}</h4>
          <p>{it.result}</p>
        </>
      )}
    </article>
  );
}

/** What the residents' delegates found of all pledges of the year. */
export function PublicReview({ review: it }: { review: NonNullable<PublicPledges['review']> }): ReactElement {
  return (
    <article className={`sheet ${styles['pledge']}`}>
      <h3 className={styles['title']}>{words.review}</h3>
      <p>{words.held(dayText(it.day), it.delegates)}</p>
      <p className={styles['state']}>
        {[words.share(percentText(it.shareKept)), it.meanScore !== null && words.mean(it.meanScore)]
          .filter(Boolean)
          .join(messages.marks.phrase)}
      </p>
      <p>{words.counts(it.kept, it.partly, it.notKept)}</p>
      {it.remark !== '' && <p>{it.remark}</p>}
      <p className={styles['grey']}>{messages.pledgeReview.formula}</p>
    </article>
  );
}

function standingOf({ outcome, meanScore, late: isLate, finishedOn }: PublicPledge): string {
  if (outcome !== null) return [outcomes[outcome], meanScore !== null && score(meanScore)].filter(Boolean).join(' · ');
  if (isLate) return late;
  return finishedOn === null ? words.doing : words.finishedOn(dayText(finishedOn));
}
