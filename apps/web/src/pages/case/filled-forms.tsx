import type { ReactElement } from 'react';
import { useFilledForms } from '../../api/forms.js';
import type { Case, FilledForm } from '../../api/model.js';
import { longTime } from '../../format/time.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './filled-forms.module.css';

const words = pageWords.forms;

/** What was filled into the forms of steps, the newest first; nothing where no step had one. */
export function FilledForms({ case: it }: { case: Case }): ReactElement | null {
  const filled = useFilledForms(it.id).data;
  if (!filled || filled.length === 0) return null;
  return (
    <section className={`sheet ${styles['filled']}`} aria-labelledby="filled-forms">
      <h2 id="filled-forms" className={styles['heading']}>
        {words.filled.heading}
      </h2>
      {filled.map((form) => (
        <FilledEntry key={form.taskId} form={form} />
      ))}
    </section>
  );
}

function FilledEntry({ form }: { form: FilledForm }): ReactElement {
  const { step, by, unit, at, entries } = form;
  return (
    <article className={styles['form']}>
      <h3 className={styles['name']}>{form.form.name}</h3>
      <p className={styles['facts']}>{words.filled.facts(step, [unit, by].filter(Boolean).join(' '), longTime(at))}</p>
      <dl className={styles['list']}>
        {entries.map((entry) => (
          <div key={entry.key} className={styles['entry']}>
            <dt>{entry.label}</dt>
            <dd>{entryText(entry)}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function entryText({ value, text }: FilledForm['entries'][number]): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return text ?? words.none;
}
