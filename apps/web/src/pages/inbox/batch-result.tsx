import type { ReactElement } from 'react';
import type { Task, TaskFate } from '../../api/model.js';
import { problemFrom } from '../../api/problem.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './batch-result.module.css';

const words = messages.inbox.batch;

/** How many were done, and of the others each by name and why not. */
export function BatchResult(props: {
  readonly name: string;
  readonly fates: readonly TaskFate[];
  readonly tasks: readonly Task[];
}): ReactElement | null {
  const { name, fates, tasks } = props;
  const refused = fates.filter(({ done }) => !done);
  if (refused.length === 0) return null;
  const known = new Map(tasks.map((task) => [task.id, task]));
  return (
    <>
      <p>{words.result(name, fates.length - refused.length, refused.length)}</p>
      <ul className={styles['refused']}>
        {refused.map(({ id, code, problem }) => {
          const task = known.get(id);
          return (
            <li key={id}>
              <span className="number">{code ?? task?.code ?? words.unknown}</span> {task?.title}
              <span className={styles['why']}>{problemText(problemFrom(problem?.status ?? 0, problem))}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
