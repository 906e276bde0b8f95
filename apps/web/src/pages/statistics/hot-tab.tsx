import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { casesAddress } from '../../api/figure.js';
import type { HotMatters } from '../../api/model.js';
import { useHotMatters, type Period } from '../../api/statistics.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { Loaded, Part } from './statistics-part.js';
import styles from './statistics-page.module.css';

const words = pageWords.statistics;

/** What many people ask about at once, with the way to the cases. */
export function HotTab({ period }: { period: Period }): ReactElement {
  const matters = useHotMatters(period);
  return (
    <Loaded query={matters}>
      {(data) => (
        <Part title={words.tab.hot} note={words.hotNote(data)}>
          {data.items.length === 0 ? (
            <p className={`sheet ${styles['none']}`}>{words.noHot}</p>
          ) : (
            <ul className={`sheet ${styles['rows']}`} aria-label={words.tab.hot}>
              {data.items.map((matter) => (
                <Matter key={matter.id} {...matter} {...(period.asOf !== undefined && { asOf: period.asOf })} />
              ))}
            </ul>
          )}
        </Part>
      )}
    </Loaded>
  );
}

function Matter(props: HotMatters['items'][number] & { readonly asOf?: string }): ReactElement {
  const { id: matter, topic, place, size, more, first, last, cases, asOf } = props;
  const all = casesAddress({ figure: 'matter', matter, ...(asOf !== undefined && { asOf }) });
  return (
    <li className={styles['row']}>
      <p className={styles['head']}>
        <span>{messages.said.category(topic)}</span>
        <Link
          className={styles['size']}
          to={all}
          aria-label={messages.listedBy.count(messages.said.category(topic), size)}
        >
          {words.size(size, more)}
        </Link>
      </p>
      <p className={styles['note']}>
        {place ?? words.noPlace} · <span className="number">{words.dates(dayText(first), dayText(last))}</span>
      </p>
      {cases.length === 0 ? (
        <p className={styles['note']}>{words.noHotCases}</p>
      ) : (
        <ul className={styles['cases']} aria-label={words.hotCases(messages.said.category(topic))}>
          {cases.map(({ id, code, title }) => (
            <li key={id}>
              <Link to={`/cases/${id}`}>
                <span className="number">{code}</span> {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
