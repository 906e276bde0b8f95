import type { ReactElement } from 'react';
import type { PersonalDataReading } from '../../api/model.js';
import { useReadings } from '../../api/personal-data.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';

const words = messages.personal;

const columns: Column<PersonalDataReading>[] = [
  { key: 'at', title: words.at, width: 160, cell: ({ at }) => longTime(at) },
  { key: 'by', title: words.by, width: 110, cell: ({ by }) => by },
  { key: 'unit', title: words.unit, width: 220, cell: ({ unit }) => unit },
  {
    key: 'reason',
    title: words.reason,
    cell: ({ reason, seen }) => (seen ? reason : messages.marks.aside(reason, words.refused)),
  },
];

/** Who looked at who the resident of a case is; for who supervises. */
export function Readings({ caseId }: { caseId: string }): ReactElement {
  const readings = useReadings(caseId);
  if (readings.isPending) return <Loading />;
  if (!readings.data) return <Failure error={readings.error} onRetry={() => void readings.refetch()} />;
  return (
    <section aria-label={words.readings}>
      <h2>{words.readings}</h2>
      {readings.data.length === 0 ? (
        <p>{words.noReadings}</p>
      ) : (
        <PlainList
          caption={words.readings}
          columns={columns}
          rows={readings.data}
          rowKey={({ at, by }) => `${at} ${by}`}
        />
      )}
    </section>
  );
}
