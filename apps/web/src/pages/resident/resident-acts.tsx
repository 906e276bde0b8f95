import { useState, type ReactElement } from 'react';
import type { PublicCase } from '../../api/model.js';
import { useResidentAct, type ResidentActKind } from '../../api/residents.js';
import { messages } from '../../messages/messages.js';
import { FieldForm } from './form/field-form.js';
import { PressButton } from './form/press-button.js';
import { TextField } from './form/text-field.js';
import { ResidentFiles } from './resident-files.js';
import styles from './resident.module.css';

const words = messages.resident;

interface Props {
  readonly code: string;
  readonly queryCode: string;
  /** Hears how the request stands after an act. */
  readonly onDone: (now: PublicCase) => void;
}

/** What a resident can do while a request is open: press for an answer, add facts, or take it back. */
export function ResidentActs({ code, queryCode, onDone }: Props): ReactElement {
  const [kind, setKind] = useState<ResidentActKind>();
  const act = useResidentAct();
  if (!kind) {
    return (
      <div className={styles['acts']}>
        <PressButton onPress={() => setKind('urge')}>{words.acts.urge}</PressButton>
        <PressButton onPress={() => setKind('supplement')}>{words.acts.supplement}</PressButton>
        <PressButton onPress={() => setKind('withdraw')}>{words.acts.withdraw}</PressButton>
        <ResidentFiles code={code} queryCode={queryCode} />
      </div>
    );
  }
  return (
    <FieldForm
      required={{ opinion: words.actMissing }}
      error={act.error}
      onSend={(valueOf) => act.mutate({ kind, code, queryCode, opinion: valueOf('opinion') }, { onSuccess: onDone })}
    >
      <TextField name="opinion" label={words.actHint[kind]} rows={3} maxLength={1000} />
      <div className={styles['acts']}>
        <PressButton sends primary pending={act.isPending}>
          {words.acts[kind]}
        </PressButton>
        <PressButton onPress={() => (setKind(undefined), act.reset())}>{messages.act.cancel}</PressButton>
      </div>
    </FieldForm>
  );
}
