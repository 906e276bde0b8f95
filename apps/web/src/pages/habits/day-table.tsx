import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { UnitDay, UnitRecords } from '../../api/model.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { dayText, districtToday } from '../../format/time.js';
import { usePhone } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './habits-page.module.css';
import { RecordDialog } from './record-dialog.js';

const words = pageWords.habits;

/** What was done on a day, a number in each column. */
const numbers: readonly Column<UnitDay>[] = [
  { key: 'registered', title: words.registered, width: 80, cell: ({ work }) => work.registered },
  { key: 'handled', title: words.handled, width: 80, cell: ({ work }) => work.handled },
  { key: 'lapsed', title: words.lapsed, width: 80, cell: ({ work }) => work.lapsed },
];

/** The same as one line, for the card of a phone. */
const work: Column<UnitDay> = { key: 'work', title: words.work, cell: ({ work: done }) => words.counted(done) };

/** The days of the month so far: what was done, and who signed. */
export function DayTable({ records }: { records: UnitRecords }): ReactElement {
  const [signing, setSigning] = useState<UnitDay>();
  const today = districtToday();
  const shown = records.days.filter(({ day, working, record, work }) => {
    const busy = working || record !== null || work.registered + work.handled + work.lapsed > 0;
    return day <= today && busy;
  });
  const columns: readonly Column<UnitDay>[] = [
    { key: 'day', title: words.day, width: 120, cell: ({ day }) => dayText(day) },
    ...(usePhone() ? [work] : numbers),
    { key: 'record', title: words.remark, cell: (line) => <Remark line={line} /> },
    {
      key: 'act',
      title: messages.column.act,
      width: 90,
      cell: (line) =>
        line.canSign && (
          <Button size="small" aria-label={words.signOf(dayText(line.day))} onClick={() => setSigning(line)}>
            {words.sign}
          </Button>
        ),
    },
  ];
  return (
    <>
      <PlainList caption={words.days} columns={columns} rows={[...shown].reverse()} rowKey={({ day }) => day} />
      {signing && (
        <RecordDialog
          title={words.dayRecord(dayText(signing.day))}
          act={{ kind: 'day', unit: records.unit.id, period: signing.day, remark: signing.record?.remark ?? '' }}
          onClose={() => setSigning(undefined)}
        />
      )}
    </>
  );
}

function Remark({ line: { record, missing } }: { line: UnitDay }): ReactElement | null {
  if (missing) return <span className={styles['missing']}>{words.missing}</span>;
  return record && <span>{[record.remark, words.signedBy(record.signedBy)].filter(Boolean).join(' · ')}</span>;
}
