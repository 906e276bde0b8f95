import { Button } from 'antd';
import type { ReactElement } from 'react';
import { messages } from '../../messages/messages.js';
import styles from './act-bar.module.css';
import type { BatchAct } from './batch-acts.js';

const words = messages.inbox;

interface Props {
  readonly selected: number;
  readonly acts: readonly BatchAct[];
  readonly onAct: (act: BatchAct) => void;
  readonly onClear: () => void;
}

/** What can be done with the lines that are selected, at the foot of the window as long as some are. */
export function ActBar({ selected, acts, onAct, onClear }: Props): ReactElement {
  return (
    <div className={styles['place']}>
      <span role="status" className="unseen">
        {selected > 0 && words.select.selected(selected)}
      </span>
      {selected > 0 && (
        <section className={styles['bar']} aria-label={words.select.bar}>
          <b className={styles['number']}>{words.select.selected(selected)}</b>
          {acts.map((act, at) => (
            <Button key={act} type={at === 0 ? 'primary' : 'default'} onClick={() => onAct(act)}>
              {words.batch.act[act]}
            </Button>
          ))}
          <Button type="text" onClick={onClear}>
            {words.select.clear}
          </Button>
        </section>
      )}
    </div>
  );
}
