import { useMemo, useState } from 'react';
import {
  checkValues,
  hiddenComponents,
  initialValues,
  type CheckedValues,
  type Form,
  type FormValues,
} from '@lianban/bpmn';
import { pageWords } from '../../messages/page-words.js';
import type { Filling } from './form-fields.js';

interface Asked {
  readonly form: Form;
  /** What the instance knows. */
  readonly variables: FormValues;
  /** What somebody has written so far. */
  readonly edited: FormValues;
  readonly onEdit: (edited: FormValues) => void;
  /** Whether what is wrong is told already. */
  readonly told: boolean;
}

/** How a form stands: the same evaluation as the server's, which checks it again. */
export function useFilling({ form, variables, edited, onEdit, told }: Asked): {
  readonly filling: Filling;
  readonly checked: CheckedValues;
} {
  const [now] = useState(() => new Date().toISOString());
  // Not made anew by what is only handed through: who is told of what was checked would be told without end.
  const { values, hidden, checked } = useMemo(() => {
    const context = { variables, now };
    const all = { ...initialValues(form, context), ...edited };
    return { values: all, hidden: hiddenComponents(form, all, context), checked: checkValues(form, all, context) };
  }, [form, variables, edited, now]);
  const refused = (told ? checked.problems : []).map(
    ({ field, rule, limit = 0 }) => [field.key, pageWords.forms.rule[rule](limit)] as const,
  );
  const onChange: Filling['onChange'] = (key, value) => onEdit({ ...edited, [key]: value });
  return { filling: { values, hidden, refused: new Map(refused), onChange }, checked };
}
