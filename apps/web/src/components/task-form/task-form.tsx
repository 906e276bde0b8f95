import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import type { CheckedValues, Form, FormValues } from '@lianban/bpmn';
import { useTaskForm } from '../../api/forms.js';
import { Failure } from '../failure.js';
import { Loading } from '../loading.js';
import { FormFields } from './form-fields.js';
import { useFilling } from './use-filling.js';

interface Props {
  readonly taskId: string;
  /** Id of the outcome with which the task is to be finished; conditions may name it. */
  readonly outcome: string | null;
  /** What somebody has written so far. */
  readonly edited: FormValues;
  readonly onEdit: (edited: FormValues) => void;
  /** How often somebody tried to send it; from the first time on it is told what is wrong. */
  readonly tries: number;
  /** What would be sent, whenever it is another. */
  readonly onChecked: (checked: CheckedValues) => void;
}

/** The form of a task. */
export function TaskForm(props: Props): ReactElement {
  const found = useTaskForm(props.taskId);
  if (found.isPending) return <Loading lines={3} />;
  if (!found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  const { form, variables } = found.data;
  return <Fields {...props} form={form.content as unknown as Form} known={variables as FormValues} />;
}

function Fields(props: Props & { readonly form: Form; readonly known: FormValues }): ReactElement {
  const { form, known, outcome, edited, onEdit, tries, onChecked } = props;
  const variables = useMemo(() => ({ ...known, outcome }), [known, outcome]);
  const { filling, checked } = useFilling({ form, variables, edited, onEdit, told: tries > 0 });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => onChecked(checked), [checked, onChecked]);
  useEffect(() => {
    const first = tries > 0 ? box.current?.querySelector('[role="alert"]')?.closest('.ant-form-item') : undefined;
    first?.querySelector<HTMLElement>('input, textarea')?.focus();
    first?.scrollIntoView({ block: 'nearest' });
  }, [tries]);
  return (
    <div ref={box}>
      <FormFields components={form.components} {...filling} />
    </div>
  );
}
