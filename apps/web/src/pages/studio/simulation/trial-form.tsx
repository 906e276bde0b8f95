import { Form as AntForm } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import type { Form, FormValues } from '@lianban/bpmn';
import { FormFields } from '../../../components/task-form/form-fields.js';
import { useFilling } from '../../../components/task-form/use-filling.js';
import { Finish, isChosen, Outcomes } from './trial-outcomes.js';
import type { FinishingProps } from './trial-tasks.js';

/** What is filled in when the step is finished, checked as it would be; nothing is kept of it but what the diagram keeps. */
export function TrialForm({ trial, task, form, onFinish }: FinishingProps & { readonly form: Form }): ReactElement {
  const [outcome, setOutcome] = useState<string>();
  const [edited, setEdited] = useState<FormValues>({});
  const [told, setTold] = useState(false);
  const variables = useMemo(() => ({ ...trial.known(task), outcome: outcome ?? null }), [trial, task.key, outcome]);
  const { filling, checked } = useFilling({ form, variables, edited, onEdit: setEdited, told });
  return (
    <AntForm component={false} layout="vertical" size="small">
      <Outcomes task={task} value={outcome} onChange={setOutcome} />
      <FormFields components={form.components} {...filling} />
      <Finish
        lacks={told && !isChosen(task, outcome)}
        onFinish={() => {
          setTold(true);
          if (checked.problems.length === 0 && isChosen(task, outcome)) onFinish(outcome, checked.values);
        }}
      />
    </AntForm>
  );
}
