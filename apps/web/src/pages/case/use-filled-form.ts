import { useState } from 'react';
import type { CheckedValues, FormValues } from '@lianban/bpmn';
import { useDraft } from '../../hooks/use-draft.js';

/** What somebody writes into the form of a task while its dialog is open. */
export interface FilledTaskForm {
  readonly edited: FormValues;
  readonly edit: (edited: FormValues) => void;
  /** What would be sent; undefined until the form is there. */
  readonly checked: CheckedValues | undefined;
  readonly setChecked: (checked: CheckedValues) => void;
  readonly tries: number;
  /** Tells what is wrong from now on; true when nothing is. */
  readonly isRight: () => boolean;
  readonly drop: () => void;
}

/** The form of a task, kept in this browser until it is sent. */
export function useFilledForm(taskId: string): FilledTaskForm {
  const draft = useDraft<FormValues>(`form.${taskId}`);
  const [edited, setEdited] = useState(() => draft.load() ?? {});
  const [checked, setChecked] = useState<CheckedValues>();
  const [tries, setTries] = useState(0);
  return {
    edited,
    edit: (next) => {
      setEdited(next);
      draft.save(next);
    },
    checked,
    setChecked,
    tries,
    isRight: () => {
      setTries((before) => before + 1);
      return checked?.problems.length === 0;
    },
    drop: () => draft.drop(),
  };
}
