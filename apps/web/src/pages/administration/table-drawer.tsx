import { Alert, App, Button, Checkbox, Drawer } from 'antd';
import { useState, type ReactElement } from 'react';
import type { TableAnswer } from '../../api/model.js';
import { ApiProblem } from '../../api/problem.js';
import { tableAddress, useImportTable, type TableKey } from '../../api/tables.js';
import { FileButton } from '../../components/file-button.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import styles from './administration.module.css';
import { fileRows, sheets } from './sheet-rows.js';

const words = messages.table;

/** The file that somebody chose. */
interface Chosen {
  readonly name: string;
  readonly rows: string[][];
}

/** Brings units or people in from a sheet: tried out first, with the fate of every line, then taken. */
export function TableDrawer({ table, onClose }: { table: TableKey; onClose: () => void }): ReactElement {
  useReturnFocus();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<Chosen>();
  const [unread, setUnread] = useState(false);
  const [trial, setTrial] = useState<TableAnswer>();
  const tryOut = useImportTable(table);
  const apply = useImportTable(table);
  const choose = async ([file]: readonly File[]) => {
    if (!file) return;
    setTrial(undefined);
    setUnread(false);
    // What is still on its way, or was refused, was another file.
    tryOut.reset();
    apply.reset();
    try {
      setChosen({ name: file.name, rows: await fileRows(file) });
    } catch {
      setChosen(undefined);
      setUnread(true); // told in place of what the file holds
    }
  };
  const take = (rows: string[][]) =>
    apply.mutate(
      { rows, dryRun: false },
      {
        onSuccess: ({ created, changed }) => {
          void message.success(words.imported(created + changed));
          onClose();
        },
      },
    );
  const error = apply.error ?? tryOut.error;
  return (
    <Drawer
      open
      size="min(720px, 100vw)"
      title={words.titles[table]}
      onClose={onClose}
      closable={{ 'aria-label': messages.admin.close }}
    >
      <p className={styles['hint']}>{words.hint}</p>
      <div className={`${styles['acts']} ${styles['bar']}`}>
        <Button href={tableAddress(table)} download>
          {words.export}
        </Button>
        <FileButton label={words.file} loading={false} accept={sheets} onFiles={(files) => void choose(files)} />
        {chosen && (
          <>
            <Button
              loading={tryOut.isPending}
              onClick={() => tryOut.mutate({ rows: chosen.rows, dryRun: true }, { onSuccess: setTrial })}
            >
              {words.tryOut}
            </Button>
            <Button
              type="primary"
              disabled={!trial || trial.created + trial.changed === 0}
              loading={apply.isPending}
              onClick={() => take(chosen.rows)}
            >
              {words.apply}
            </Button>
          </>
        )}
      </div>
      {chosen && <p role="status">{words.rows(chosen.name, chosen.rows.length)}</p>}
      {unread && <Alert type="error" showIcon role="alert" title={words.unreadable} />}
      {error && <Alert type="error" showIcon role="alert" title={refusalOf(error)} />}
      {trial && <Fates answer={trial} />}
    </Drawer>
  );
}

function Fates({ answer }: { answer: TableAnswer }): ReactElement {
  const [only, setOnly] = useState(answer.refused > 0);
  return (
    <>
      <p role="status">{words.sum(answer)}</p>
      <Checkbox checked={only} onChange={({ target }) => setOnly(target.checked)}>
        {words.only}
      </Checkbox>
      <PlainList
        caption={words.all}
        columns={columns}
        rows={answer.lines.filter(({ fate }) => !only || fate === 'refused')}
        rowKey={({ line }) => String(line)}
      />
    </>
  );
}

const columns: readonly Column<TableAnswer['lines'][number]>[] = [
  { key: 'line', title: words.line, width: 60, cell: ({ line }) => line },
  { key: 'name', title: words.content, width: 220, cell: ({ name }) => name },
  {
    key: 'fate',
    title: words.fate,
    cell: (it) =>
      it.fate === 'refused' ? (
        <span className={styles['bad']}>
          {words.fates.refused}
          {messages.marks.colon}
          {reasonOf(it)}
        </span>
      ) : (
        words.fates[it.fate]
      ),
  },
];

function reasonOf({ code, reason }: TableAnswer['lines'][number]): string {
  return reason ?? problemText(new ApiProblem({ status: 422, code: code ?? '', title: '' }));
}

/** What is wrong with the whole table stands in its field. */
function refusalOf(error: Error): string {
  const [field] = error instanceof ApiProblem ? error.fields : [];
  return field?.message ?? problemText(error);
}
