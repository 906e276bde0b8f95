import type { ReactElement } from 'react';
import type { Problem } from '@lianban/bpmn';
import { studioWords } from '../../../messages/workflow-words.js';
import { messages } from '../../../messages/messages.js';
import { problemText } from './problem-words.js';
import type { Lint } from './use-lint.js';
import styles from './problem-pane.module.css';

const words = studioWords.lint;

interface Props {
  readonly lint: Lint;
  /** What an element of the diagram is called; undefined for what is not in it. */
  readonly nameOf: (id: string) => string | undefined;
  /** Brings an element into view. */
  readonly onOpen: (id: string) => void;
}

/** What keeps the diagram from being deployed, and what looks wrong; a click leads to the place. */
export function ProblemPane({ lint, nameOf, onOpen }: Props): ReactElement {
  const errors = lint.problems.filter(({ severity }) => severity === 'error');
  const warnings = lint.problems.filter(({ severity }) => severity === 'warning');
  return (
    <div className={styles['pane']}>
      <p role="status" className={styles['status']}>
        {stateText(lint, errors.length, warnings.length)}
      </p>
      <ul>
        {[...errors, ...warnings].map((problem, index) => (
          <li key={index} className={styles['problem']}>
            <span className={styles[problem.severity]}>{words[problem.severity]}</span>
            <div>
              <p>{problemText(problem)}</p>
              <Place problem={problem} nameOf={nameOf} onOpen={onOpen} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Place({
  problem,
  nameOf,
  onOpen,
}: Pick<Props, 'nameOf' | 'onOpen'> & { problem: Problem }): ReactElement | null {
  const { element, file } = problem;
  if (element === undefined) return file === undefined ? null : <p>{words.inFile(file)}</p>;
  return (
    <button type="button" className={styles['place']} onClick={() => onOpen(element)}>
      {words.at(nameOf(element) || element)}
    </button>
  );
}

function stateText({ state }: Lint, errors: number, warnings: number): string {
  if (state === 'failed') return words.failed;
  if (state === 'running') return words.running;
  if (errors + warnings === 0) return words.fine;
  return [errors > 0 && words.errors(errors), warnings > 0 && words.warnings(warnings)]
    .filter(Boolean)
    .join(messages.marks.phrase);
}
