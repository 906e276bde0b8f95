import { Alert } from 'antd';
import { useState, type ReactElement } from 'react';
import type { DayDecision } from '../../api/model.js';
import { FileButton } from '../../components/file-button.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { fileRows, sheets } from '../administration/sheet-rows.js';
import styles from './calendar-page.module.css';
import { decisionsOf, type ReadDecisions } from './decision-rows.js';

const words = pageWords.calendar;
/** More lines than that are another table. */
const mostTold = 5;

/** Reads the days of a notice from a file into the decisions, and tells what it did not understand. */
export function NoticeReader({ onRead }: { onRead: (decisions: readonly DayDecision[]) => void }): ReactElement {
  const [read, setRead] = useState<ReadDecisions>();
  const [broken, setBroken] = useState(false);
  const choose = async ([file]: readonly File[]) => {
    if (!file) return;
    setRead(undefined);
    setBroken(false);
    try {
      const found = decisionsOf(await fileRows(file));
      setRead(found);
      onRead(found.decisions);
    } catch {
      setBroken(true); // told below
    }
  };
  const unread = read?.unread.filter(({ text }) => /\d/u.test(text)) ?? []; // not heads and notes
  return (
    <>
      <div className={styles['reads']}>
        <FileButton label={words.readIn} loading={false} accept={sheets} onFiles={(files) => void choose(files)} />
        <span className={styles['hint']}>{words.readInHint}</span>
      </div>
      {read && <p role="status">{words.readSum(read.decisions.length)}</p>}
      {unread.length > 0 && (
        <Alert
          type="warning"
          role="alert"
          title={words.unread(
            unread
              .slice(0, mostTold)
              .map(({ line, text }) => words.unreadLine(line, text))
              .join(messages.marks.phrase),
          )}
        />
      )}
      {broken && <Alert type="error" role="alert" title={messages.table.unreadable} />}
    </>
  );
}
