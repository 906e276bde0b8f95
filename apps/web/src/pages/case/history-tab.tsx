import type { ReactElement } from 'react';
import { useCaseHistory } from '../../api/cases.js';
import { useMay } from '../../api/session.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { RecordTable } from '../../components/record-table.js';
import { useNarrow } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { HistoryCard } from './history-card.js';
import { historyColumns } from './history-columns.js';
import { Looks } from './looks.js';
import { Readings } from './readings.js';

/** The whole trail: who, in which role, when, why, how long, under which version. */
export function HistoryTab({ caseId }: { caseId: string }): ReactElement {
  const narrow = useNarrow();
  const may = useMay();
  const history = useCaseHistory(caseId);
  if (history.isPending) return <Loading />;
  if (!history.data) return <Failure error={history.error} onRetry={() => void history.refetch()} />;
  return (
    <div className="sheet">
      {history.data.length === 0 && <Empty text={messages.history.empty} />}
      {narrow && history.data.map((entry) => <HistoryCard key={entry.seq} entry={entry} />)}
      {!narrow && history.data.length > 0 && (
        <RecordTable
          caption={messages.history.caption}
          columns={historyColumns}
          rows={history.data}
          rowKey={(entry) => String(entry.seq)}
        />
      )}
      {may('supervision.read') && <Readings caseId={caseId} />}
      {may('supervision.read') && <Looks caseId={caseId} />}
    </div>
  );
}
