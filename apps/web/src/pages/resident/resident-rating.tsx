import { useState, type ReactElement } from 'react';
import type { PublicCase } from '../../api/model.js';
import { useResidentRating } from '../../api/residents.js';
import { messages } from '../../messages/messages.js';
import { ChoiceField } from './form/choice-field.js';
import { FieldForm, type ValueOf } from './form/field-form.js';
import { PressButton } from './form/press-button.js';
import { TextField } from './form/text-field.js';
import styles from './resident.module.css';

const words = messages.resident;
/** From very satisfied down. */
const grades = ([5, 4, 3, 2, 1] as const).map((grade) => ({ value: String(grade), label: words.grades[grade] }));

interface Props {
  readonly code: string;
  readonly queryCode: string;
  /** Hears how the request stands after the rating. */
  readonly onDone: (now: PublicCase) => void;
}

/** Lets a resident say how a closed request was handled, where they may. */
export function ResidentRating({ code, queryCode, onDone }: Props): ReactElement {
  const [open, setOpen] = useState(false);
  const rating = useResidentRating();
  if (!open) {
    return (
      <div className={styles['acts']}>
        <PressButton primary onPress={() => setOpen(true)}>
          {words.rate}
        </PressButton>
      </div>
    );
  }
  const send = (valueOf: ValueOf) =>
    rating.mutate(
      { code, queryCode, grade: Number(valueOf('grade')), opinion: valueOf('opinion') },
      {
        onSuccess: (now) => {
          setOpen(false);
          onDone(now);
        },
      },
    );
  return (
    <FieldForm required={{ grade: words.gradeMissing }} error={rating.error} onSend={send}>
      <ChoiceField name="grade" label={words.grade} options={grades} />
      <TextField name="opinion" label={words.ratingOpinion} rows={3} maxLength={1000} />
      <div className={styles['acts']}>
        <PressButton sends primary pending={rating.isPending}>
          {words.rateSubmit}
        </PressButton>
        <PressButton onPress={() => (setOpen(false), rating.reset())}>{messages.act.cancel}</PressButton>
      </div>
    </FieldForm>
  );
}
