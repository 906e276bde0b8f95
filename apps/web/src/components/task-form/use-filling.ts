import { useMemo, useState } from 'react';
import {
  checkValues,
  hiddenComponents,
  initialValues,
  type CheckedValues,
  type Form,
  type FormValues,
} from '@lianban/bpmn';
import { messages } from '../../messages/messages.js';
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
  return useMemo(() => {
    const context = { variables, now };
    const values = { ...initialValues(form, context), ...edited };
    const checked = checkValues(form, values, context);
    const refused = told
      ? checked.problems.map(({ field, rule, limit = 0 }) => [field.key, ruleText(rule, limit)] as const)
      : [];
    const filling: Filling = {
      values,
      hidden: hiddenComponents(form, values, context),
      refused: new Map(refused),
      onChange: (key, value) => onEdit({ ...edited, [key]: value }),
    };
    return { filling, checked };
  }, [form, variables, edited, onEdit, told, now]);
}

function ruleText(rule: CheckedValues['problems'][number]['rule'], limit: number): string {
  return messages.forms.rule[rule](limit);
}
