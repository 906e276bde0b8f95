import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { UnitRecords } from '../../api/model.js';
import { useRecordAct } from '../../api/unit-records.js';
import { longTime } from '../../format/time.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './habits-page.module.css';
import { RecordDialog } from './record-dialog.js';

const words = pageWords.habits;

/** The monthly meeting with its agenda, and the situation report for the unit above. */
export function MonthRecords({ records }: { records: UnitRecords }): ReactElement {
  const [signing, setSigning] = useState<'meeting' | 'report'>();
  const act = useRecordAct();
  const { unit, month, agenda, meeting, report, canSign, canReceive } = records;
  return (
    <div className={styles['months']}>
      <section className={`sheet ${styles['part']}`} aria-label={words.meeting}>
        <h2 className={styles['heading']}>{words.meeting}</h2>
        <Signed record={meeting} />
        <h3 className={styles['small']}>{words.agenda(agenda.length)}</h3>
        <ul className={styles['agenda']}>
          {agenda.map(({ id, code, title, step, dueAt, late }) => (
            <li key={`${id}${step}`}>
              <Link to={`/cases/${id}`}>{`${code} ${title}`}</Link>
              <span className={late ? styles['missing'] : styles['facts']}>
                {[step, dueAt !== null && words.due(longTime(dueAt), late)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        {canSign && <Button onClick={() => setSigning('meeting')}>{words.signMeeting}</Button>}
      </section>
      <section className={`sheet ${styles['part']}`} aria-label={words.report}>
        <h2 className={styles['heading']}>{words.report}</h2>
        <Signed record={report} />
        {canSign && !report?.receivedAt && <Button onClick={() => setSigning('report')}>{words.signReport}</Button>}
        {canReceive && report && !report.receivedAt && (
          <Button
            type="primary"
            loading={act.isPending}
            onClick={() => act.mutate({ kind: 'receive', unit: unit.id, period: month })}
          >
            {words.receive}
          </Button>
        )}
      </section>
      {signing && (
        <RecordDialog
          title={signing === 'meeting' ? words.signMeeting : words.signReport}
          act={{ kind: signing, unit: unit.id, period: month, remark: records[signing]?.remark ?? '' }}
          onClose={() => setSigning(undefined)}
        />
      )}
    </div>
  );
}

function Signed({ record }: { record: UnitRecords['meeting'] }): ReactElement {
  if (!record) return <p className={styles['facts']}>{words.notSigned}</p>;
  const { remark, counts, signedBy, signedAt, receivedBy, receivedAt } = record;
  return (
    <>
      <p className={styles['facts']}>{words.counted(counts)}</p>
      {remark !== '' && <p className={styles['remark']}>{remark}</p>}
      <p className={styles['facts']}>
        {[
          words.signedAt(signedBy, longTime(signedAt)),
          receivedBy !== null && receivedAt !== null && words.receivedAt(receivedBy, longTime(receivedAt)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
