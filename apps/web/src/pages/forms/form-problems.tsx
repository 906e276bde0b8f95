import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import type { Form, FormProblem } from '@lianban/bpmn';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { nameOf } from './component-name.js';
import { findComponent } from './form-draft.js';
import styles from './form-designer.module.css';

const words = pageWords.forms.design;

/** What keeps a form from being saved, in words; each leads to its component. */
export function FormProblems(props: {
  readonly form: Form;
  readonly problems: readonly FormProblem[];
  readonly onChoose: (id: string) => void;
}): ReactElement | null {
  const { form, problems, onChoose } = props;
  if (problems.length === 0) return null;
  const list = problems.map((problem, index) => {
    const component = problem.component === undefined ? undefined : findComponent(form, problem.component);
    return (
      <li key={index}>
        {component ? (
          <Button type="link" size="small" onClick={() => onChoose(component.id)}>
            {nameOf(component)}
          </Button>
        ) : (
          words.form
        )}
        {`${messages.marks.colon}${problemText(problem)}`}
      </li>
    );
  });
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className={styles['problems'] ?? ''}
      title={words.problems(problems.length)}
      description={<ul>{list}</ul>}
    />
  );
}

/** A problem in words; the reader's own where there are none for it. */
export function problemText({ code, about = '', message }: FormProblem): string {
  return words.problem[code]?.(about) ?? message;
}
