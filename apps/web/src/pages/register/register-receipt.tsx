import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { RegisteredCase } from '../../api/model.js';
import { Numbers } from '../../components/numbers.js';
import { TipCard } from '../../components/tip-card.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './register-receipt.module.css';

const words = messages.register;

/** What to tell the resident, and where the case went. */
export function RegisterReceipt(props: { receipt: RegisteredCase; onAgain: () => void }): ReactElement {
  const { id, code, queryCode, state, tasks } = props.receipt;
  return (
    <section className={`sheet ${styles['receipt']}`} role="status">
      <h2 className={styles['done']}>{words.done}</h2>
      {queryCode === '' ? <p>{words.concerned(code)}</p> : <Numbers code={code} queryCode={queryCode} />}
      {queryCode !== '' && <p>{words.tell}</p>}
      {state === 'merged' && <p className={styles['next']}>{words.attached}</p>}
      {tasks.map((task) => (
        <p key={task.id} className={styles['next']}>
          {`${words.next} ${task.unit ? messages.marks.aside(task.name, task.unit) : task.name}`}
          {task.dueAt && <span className="number">{` ${messages.light.until(shortTime(task.dueAt))}`}</span>}
        </p>
      ))}
      <div className={styles['acts']}>
        <Button type="primary" autoFocus onClick={props.onAgain}>
          {words.again}
        </Button>
        {queryCode !== '' && (
          <>
            <TipCard code={code} queryCode={queryCode} />
            <Button onClick={() => window.print()}>{messages.print.printCard}</Button>
          </>
        )}
        <Link to={`/cases/${id}`}>{words.open}</Link>
      </div>
    </section>
  );
}
