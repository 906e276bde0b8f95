import { Alert, App, Button, Drawer, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useImportCategories } from '../../api/categories.js';
import type { CategoryImport } from '../../api/model.js';
import { FileButton } from '../../components/file-button.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import styles from './administration.module.css';
import { fileRows, sheets } from './sheet-rows.js';
import { categoryText, tableRows } from './table-rows.js';

const words = messages.categories;
const { admin } = messages;

/** Brings a table of topics in: tried out first, then taken as it was tried out. */
export function ImportDrawer({ onClose }: { onClose: () => void }): ReactElement {
  useReturnFocus();
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [trial, setTrial] = useState<CategoryImport>();
  const tryOut = useImportCategories();
  const apply = useImportCategories();
  const rows = tableRows(text);
  const change = (value: string) => {
    setText(value);
    // What was tried out, is still on its way, or was refused, was another table.
    setTrial(undefined);
    tryOut.reset();
    apply.reset();
  };
  const read = async ([file]: readonly File[]) => {
    if (!file) return;
    try {
      change(categoryText(await fileRows(file)));
    } catch {
      void message.error(messages.table.unreadable);
    }
  };
  const take = () =>
    apply.mutate(
      { rows, dryRun: false },
      {
        onSuccess: ({ created }) => {
          void message.success(words.imported(created));
          onClose();
        },
      },
    );
  const error = apply.error ?? tryOut.error;
  return (
    <Drawer
      open
      size="min(560px, 100vw)"
      title={words.import}
      onClose={onClose}
      closable={{ 'aria-label': admin.close }}
    >
      <p className={styles['hint']} id="rows-hint">
        {words.rows}
      </p>
      <Input.TextArea
        aria-label={words.import}
        aria-describedby="rows-hint"
        rows={10}
        value={text}
        onChange={({ target }) => change(target.value)}
      />
      <div className={`${styles['acts']} ${styles['bar']} ${styles['under']}`}>
        <FileButton label={words.file} loading={false} accept={sheets} onFiles={(files) => void read(files)} />
        <Button
          disabled={rows.length === 0}
          loading={tryOut.isPending}
          onClick={() => tryOut.mutate({ rows, dryRun: true }, { onSuccess: setTrial })}
        >
          {words.tryOut}
        </Button>
        <Button type="primary" disabled={!trial || trial.created === 0} loading={apply.isPending} onClick={take}>
          {words.apply}
        </Button>
      </div>
      {error && <Alert type="error" showIcon role="alert" title={problemText(error)} />}
      {trial && <Trial trial={trial} />}
    </Drawer>
  );
}

function Trial({ trial }: { trial: CategoryImport }): ReactElement {
  return (
    <>
      <p role="status">{words.sum(trial)}</p>
      <ul className={styles['fates']}>
        {trial.rows
          .filter(({ fate }) => fate !== 'known')
          .slice(0, 500)
          .map(({ line, path, fate, reason }) => (
            <li key={line} className={fate === 'refused' ? styles['bad'] : undefined}>
              {words.line(line, path)} {words.fates[fate]}
              {reason !== null && `${messages.marks.colon}${reason}`}
            </li>
          ))}
      </ul>
    </>
  );
}
