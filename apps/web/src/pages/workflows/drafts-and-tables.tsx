import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { DecisionFile, WorkflowDraftSummary } from '../../api/model.js';
import { useDecisionFiles } from '../../api/workflow-drafts.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { longTime } from '../../format/time.js';
import { useNarrow } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { drawingWords } from '../../messages/workflow-words.js';
import styles from './workflows.module.css';

const { drafts: ofDrafts, tables: ofTables } = drawingWords;

const draftColumns: readonly Column<WorkflowDraftSummary>[] = [
  {
    key: 'name',
    title: messages.column.workflow,
    cell: ({ key, name }) => <Link to={`/workflows/${encodeURIComponent(key)}/edit`}>{name}</Link>,
  },
  { key: 'basedOn', title: ofDrafts.draft, width: 160, cell: ({ basedOn }) => ofDrafts.basedOn(basedOn) },
  {
    key: 'savedAt',
    title: ofDrafts.savedAt,
    width: 180,
    cell: ({ savedAt }) => <span className="number">{longTime(savedAt)}</span>,
  },
];

/** What one has drawn and not deployed. */
export function DraftList({ drafts }: { readonly drafts: readonly WorkflowDraftSummary[] }): ReactElement | null {
  if (drafts.length === 0) return null;
  return (
    <section className={`sheet ${styles['section']}`} aria-labelledby="own-drafts">
      <h2 id="own-drafts">{ofDrafts.heading}</h2>
      <RecordTable caption={ofDrafts.heading} columns={draftColumns} rows={drafts} rowKey={({ key }) => key} />
    </section>
  );
}

/** A decision of a file, as a line. */
interface TableLine extends Omit<DecisionFile, 'decisions'> {
  readonly id: string;
  readonly title: string;
}

/** All decision tables; each opens in the editor of its workflow for those who may deploy. */
export function TableList({ mayEdit }: { readonly mayEdit: boolean }): ReactElement {
  const narrow = useNarrow();
  const files = useDecisionFiles();
  const lines = (files.data ?? []).flatMap(({ decisions, ...rest }): readonly TableLine[] =>
    decisions.map(({ id, name }) => ({ ...rest, id, title: name })),
  );
  const name: Column<TableLine> = {
    key: 'title',
    title: ofTables.table,
    cell: ({ key, id, title }) =>
      mayEdit ? (
        <Link to={`/workflows/${encodeURIComponent(key)}/edit?table=${encodeURIComponent(id)}`}>{title}</Link>
      ) : (
        title
      ),
  };
  const changed: Column<TableLine> = {
    key: 'changed',
    title: ofTables.changedIn,
    width: 240,
    cell: ({ changes: [last] }) => last && ofTables.changed(last.version, longTime(last.deployedAt)),
  };
  const workflow: Column<TableLine> = { key: 'workflow', title: ofTables.workflow, cell: (line) => line.name };
  return (
    <section className={`sheet ${styles['section']}`} aria-labelledby="decision-tables">
      <h2 id="decision-tables">{ofTables.heading}</h2>
      <p className={styles['hint']}>{ofTables.hint}</p>
      {files.isPending && <Loading lines={2} />}
      {files.isError && <Failure error={files.error} onRetry={() => void files.refetch()} />}
      {files.data && lines.length === 0 && <Empty text={ofTables.empty} />}
      {lines.length > 0 && (
        <RecordTable
          caption={ofTables.heading}
          columns={narrow ? [name, changed] : [name, workflow, changed]}
          rows={lines}
          rowKey={({ key, file, id }) => `${key} ${file} ${id}`}
        />
      )}
    </section>
  );
}
