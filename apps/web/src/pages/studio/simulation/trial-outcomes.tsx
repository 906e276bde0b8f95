import { Button, Radio } from 'antd';
import { useId, type ReactElement } from 'react';
import { studioWords } from '../../../messages/workflow-words.js';
import panel from '../panel/panel.module.css';
import type { TrialTask } from './trial.js';

const words = studioWords.trial;

interface OutcomesProps {
  readonly task: TrialTask;
  readonly value: string | undefined;
  readonly onChange: (outcome: string) => void;
}

/** With which result a step is finished. */
export function Outcomes({ task: { offer }, value, onChange }: OutcomesProps): ReactElement | null {
  const id = useId();
  if (offer.outcomes.length === 0) return null;
  return (
    <div className={panel['field']}>
      <span id={id} className={panel['label']}>
        {words.outcome}
      </span>
      <Radio.Group
        aria-labelledby={id}
        value={value}
        options={offer.outcomes.map((outcome) => ({ value: outcome.id, label: outcome.name }))}
        onChange={(event) => onChange(String(event.target.value))}
      />
    </div>
  );
}

/** Finishes a step; `lacks` once somebody tried to without a result. */
export function Finish(props: { readonly lacks: boolean; readonly onFinish: () => void }): ReactElement {
  return (
    <div className={panel['foot']}>
      {props.lacks && <p role="alert">{words.outcomeMissing}</p>}
      <Button size="small" type="primary" onClick={props.onFinish}>
        {words.finish}
      </Button>
    </div>
  );
}

/** Whether there is a result where the step has any. */
export function isChosen({ offer }: TrialTask, outcome: string | undefined): boolean {
  return outcome !== undefined || offer.outcomes.length === 0;
}
