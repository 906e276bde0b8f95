import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Case } from '../../api/model.js';
import { Due } from '../../components/due.js';
import { dayText, longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { isBeside } from './beside.js';
import { CaseActButtons } from './case-act-buttons.js';
import styles from './case-header.module.css';

const words = messages.casePage;

/** Number, state, title and the light of the step that runs out first. */
export function CaseHeader({ case: it }: { case: Case }): ReactElement {
  const pressing = it.tasks
    .filter((task) => task.dueAt && !isBeside(it, task))
    .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))[0];
  return (
    <header className={styles['header']}>
      <title>{`${it.code} ${it.title} · ${messages.product.name}`}</title>
      <div className={styles['about']}>
        <p className={styles['line']}>
          <span className={styles['code']}>{it.code}</span>
          <span className={styles[it.state]}>{messages.state[it.state]}</span>
          {it.level && it.state === 'open' && <span className={styles['plain']}>{messages.level[it.level]}</span>}
          {it.urgency === 'urgent' && <span className={styles['urgent']}>{messages.list.urgent}</span>}
          {it.historic && (
            <span className={styles['historic']}>{messages.historic.tagSince(dayText(it.historic.since))}</span>
          )}
        </p>
        <h1 className={styles['title']}>{it.title}</h1>
      </div>
      <div className={styles['term']}>
        {pressing && <Due term={pressing} />}
        {it.closedAt && <span>{`${words.closedAt} ${longTime(it.closedAt)}`}</span>}
      </div>
      <div className={styles['acts']}>
        <CaseActButtons case={it} />
        <Button onClick={() => window.print()}>{messages.print.printOrder}</Button>
      </div>
    </header>
  );
}
