import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ReferenceChange } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './administration.module.css';
import { differences, type FieldNames } from './differences.js';

const words = messages.admin;

interface Props {
  readonly changes: UseQueryResult<ReferenceChange[]>;
  /** Of what fields hold by code or id. */
  readonly names?: FieldNames;
}

/** Who changed something when, and what it was before. */
export function ChangeHistory({ changes, names }: Props): ReactElement {
  return (
    <section className={styles['history']} aria-label={words.history}>
      <h2 className={styles['heading']}>{words.history}</h2>
      {changes.isPending && <Loading />}
      {changes.isError && !changes.data && <Failure error={changes.error} onRetry={() => void changes.refetch()} />}
      {changes.data?.length === 0 && <p className={styles['hint']}>{words.noHistory}</p>}
      <ol>
        {changes.data?.map(({ version, at, by, before, after }) => (
          <li key={version}>
            <span className={styles['when']}>
              {longTime(at)} {by}
            </span>
            {before === null && <p>{words.added}</p>}
            {differences(before ?? {}, after, names).map((line) => (
              <p key={line}>{line}</p>
            ))}
            {typeof after['note'] === 'string' && <p>{words.because(after['note'])}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
