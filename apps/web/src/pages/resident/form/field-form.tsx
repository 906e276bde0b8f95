import { createContext, useContext, useRef, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { ApiProblem } from '../../../api/problem.js';
import { fieldText, problemText } from '../../../format/problem-text.js';
import { messages } from '../../../messages/messages.js';
import { Notice } from './notice.js';
import styles from './form.module.css';

/** What is wrong, by the name of a field. */
type FieldProblems = Readonly<Record<string, string>>;

const ProblemsOfForm = createContext<FieldProblems>({});

/** Reads what stands in a field, without blanks around it; empty where the form has no such field. */
export type ValueOf = (name: string) => string;

interface Props {
  /** The fields that must not stay empty, with what is said when they do. */
  readonly required: FieldProblems;
  /** Why the server refused the last sending. */
  readonly error: Error | null;
  readonly onSend: (valueOf: ValueOf) => void;
  readonly children: ReactNode;
}

/** A form of the browser's own fields; what is wrong is told at its field, and the first of those gets the focus. */
export function FieldForm({ required, error, onSend, children }: Props): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<FieldProblems>({});
  const refused = problemsOf(error, form.current);
  const atFields = Object.keys(refused).length > 0;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { currentTarget } = event;
    const data = new FormData(currentTarget);
    const valueOf = (name: string) => textOf(data.get(name));
    const gaps = Object.entries(required).filter(([name]) => has(currentTarget, name) && valueOf(name) === '');
    setMissing(Object.fromEntries(gaps));
    const first = gaps[0]?.[0];
    if (first === undefined) onSend(valueOf);
    else focusField(currentTarget, first);
  };
  return (
    <form ref={form} className={styles['form']} noValidate onSubmit={send}>
      {error && <Notice kind="error">{atFields ? messages.register.refused : problemText(error)}</Notice>}
      <ProblemsOfForm value={{ ...refused, ...missing }}>{children}</ProblemsOfForm>
    </form>
  );
}

/** What is wrong with a field of the form around it. */
export function useFieldProblem(name: string): string | undefined {
  return useContext(ProblemsOfForm)[name];
}

/** The server's refusals that belong to a field of the form. */
function problemsOf(error: Error | null, form: HTMLFormElement | null): FieldProblems {
  if (!(error instanceof ApiProblem) || !form) return {};
  const known = error.fields.filter(({ field }) => has(form, field));
  return Object.fromEntries(known.map(({ field, message }) => [field, fieldText(message)]));
}

function has(form: HTMLFormElement, name: string): boolean {
  return form.elements.namedItem(name) !== null;
}

function focusField(form: HTMLFormElement, name: string): void {
  const named = form.elements.namedItem(name);
  const field = named instanceof RadioNodeList ? named[0] : named;
  if (field instanceof HTMLElement) field.focus();
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : '';
}
