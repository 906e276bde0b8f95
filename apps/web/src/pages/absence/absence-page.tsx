import { Button, Popconfirm } from 'antd';
import type { ReactElement } from 'react';
import { useAbsences, useEndAbsence } from '../../api/absences.js';
import { useMe } from '../../api/session.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { AbsenceForm } from './absence-form.js';
import styles from './absence-page.module.css';

const words = pageWords.absence;

/** Who is away when, and who stands in. */
export function AbsencePage(): ReactElement {
  const me = useMe();
  const absences = useAbsences();
  const end = useEndAbsence();
  return (
    <>
      <PageHeader title={words.title} hint={words.hint} />
      <AbsenceForm />
      {absences.isPending && <Loading />}
      {absences.isError && !absences.data && <Failure error={absences.error} onRetry={() => void absences.refetch()} />}
      {absences.data?.length === 0 && <Empty text={words.empty} />}
      {absences.data && absences.data.length > 0 && (
        <ul className={`sheet ${styles['list']}`} aria-label={words.title}>
          {absences.data.map(({ id, person, substitute, from, until }) => (
            <li key={id} className={styles['line']}>
              <span className={styles['who']}>{words.line(person.name, substitute.name)}</span>
              <span className={styles['when']}>{words.times(longTime(from), longTime(until))}</span>
              {substitute.id !== me.id && (
                <Popconfirm
                  title={words.confirm}
                  okText={words.end}
                  cancelText={messages.act.cancel}
                  onConfirm={() => end.mutate(id)}
                >
                  <Button size="small" aria-label={words.endOf(person.name)}>
                    {words.end}
                  </Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
