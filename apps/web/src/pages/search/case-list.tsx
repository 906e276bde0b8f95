import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useCases, type CaseFilter } from '../../api/cases.js';
import { CardList } from '../../components/card-list.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { RecordCard } from '../../components/record-card.js';
import { RecordTable } from '../../components/record-table.js';
import { useNarrow } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { caseColumns, levelText, termOf } from './case-columns.js';

/** The cases found, newest first: a table, or cards where that does not fit. */
export function CaseList({ filter }: { filter: CaseFilter }): ReactElement {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const found = useCases(filter);
  if (found.isPending) return <Loading lines={9} />;
  if (!found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />;

  const cases = found.data.pages.flatMap((page) => page.items);
  if (cases.length === 0) {
    return (
      <div className="sheet">
        <Empty text={messages.list.emptySearch} />
      </div>
    );
  }
  const more = <MoreButton list={found} shown={cases.length} />;
  if (narrow) {
    return (
      <>
        <CardList>
          {cases.map((it) => (
            <RecordCard
              key={it.id}
              caseId={it.id}
              code={it.code}
              title={it.title}
              term={termOf(it)}
              facts={[
                it.historic ? messages.historic.tag : null,
                messages.state[it.state],
                it.category?.name,
                levelText(it),
                it.unit,
              ]}
            />
          ))}
        </CardList>
        {more}
      </>
    );
  }
  return (
    <div className="sheet">
      <RecordTable
        caption={messages.search.title}
        columns={caseColumns}
        rows={cases}
        rowKey={(it) => it.id}
        onOpen={(it) => void navigate(`/cases/${it.id}`)}
      />
      {more}
    </div>
  );
}
