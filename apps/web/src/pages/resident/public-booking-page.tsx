import type { ReactElement } from 'react';
import { useCancelBooking, useFindBooking } from '../../api/public-receptions.js';
import { problemText } from '../../format/problem-text.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { FieldForm } from './form/field-form.js';
import { Notice } from './form/notice.js';
import { PressButton } from './form/press-button.js';
import { TextField } from './form/text-field.js';
import cards from './public-pledges.module.css';
import { ResidentFrame } from './resident-frame.js';
import styles from './resident.module.css';

const words = messages.publicReception;
const { fill } = messages.missing;
const required = { code: fill(words.code), queryCode: fill(words.queryCode) };

/** One's own booking, by its number and query code: how it stands, and taking it back. */
export function PublicBookingPage(): ReactElement {
  const find = useFindBooking();
  const cancel = useCancelBooking();
  const found = cancel.data ?? find.data;
  const error = cancel.error ?? find.error;
  const receipt = find.variables;
  return (
    <ResidentFrame title={words.lookUp}>
      <FieldForm
        required={required}
        error={null}
        onSend={(valueOf) => {
          cancel.reset();
          find.mutate({ code: valueOf('code'), queryCode: valueOf('queryCode') });
        }}
      >
        <TextField name="code" label={words.code} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
        <TextField name="queryCode" label={words.queryCode} autoComplete="off" inputMode="numeric" />
        <PressButton sends primary pending={find.isPending}>
          {words.find}
        </PressButton>
      </FieldForm>
      <div className={styles['answer']} aria-live="polite">
        {error && <Notice kind="warning">{problemText(error)}</Notice>}
        {found && (
          <article className={`sheet ${cards['pledge']}`}>
            <p className={cards['state']}>{words.states[found.state]}</p>
            <h2 className={cards['title']}>{words.when(dayText(found.day), found.from, found.to)}</h2>
            <p>{`${found.unit} · ${found.kind}`}</p>
            <p>{words.place(found.place)}</p>
            {found.cancelReason !== null && <p>{words.cancelled(found.cancelReason)}</p>}
          </article>
        )}
        {found?.state === 'booked' && receipt && (
          <PressButton pending={cancel.isPending} onPress={() => cancel.mutate(receipt)}>
            {words.cancel}
          </PressButton>
        )}
      </div>
    </ResidentFrame>
  );
}
