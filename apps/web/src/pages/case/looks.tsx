import type { ReactElement } from 'react';
import type { CaseLook } from '../../api/model.js';
import { useLooks } from '../../api/personal-data.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';

const words = messages.personal;

const columns: Column<CaseLook>[] = [
  { key: 'at', title: words.firstAt, width: 160, cell: ({ at }) => longTime(at) },
  { key: 'by', title: words.by, width: 110, cell: ({ by }) => by },
  { key: 'unit', title: words.unit, width: 220, cell: ({ unit }) => unit },
  { key: 'what', title: words.what, cell: ({ what }) => words.looked[what] },
];

/** Who opened the case or its files; for who supervises. */
export function Looks({ caseId }: { caseId: string }): ReactElement {
  const looks = useLooks(caseId);
  if (looks.isPending) return <Loading />;
  if (!looks.data) return <Failure error={looks.error} onRetry={() => void looks.refetch()} />;
  return (
    <section aria-label={words.looks}>
      <h2>{words.looks}</h2>
      {looks.data.length === 0 ? (
        <p>{words.noReadings}</p>
      ) : (
        <PlainList
          caption={words.looks}
          columns={columns}
          rows={looks.data}
          rowKey={({ at, by, what }) => `${at} ${by} ${what}`}
        />
      )}
    </section>
  );
}
