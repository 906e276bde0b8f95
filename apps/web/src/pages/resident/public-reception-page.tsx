import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import type { PublicReception } from '../../api/model.js';
import { useSmsToResidents } from '../../api/notices.js';
import { useBookSlot, usePublicReception } from '../../api/public-receptions.js';
import { Loading } from '../../components/loading.js';
import { Numbers } from '../../components/numbers.js';
import { problemText } from '../../format/problem-text.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { CheckField } from './form/check-field.js';
import { ChoiceField } from './form/choice-field.js';
import { FieldForm, type ValueOf } from './form/field-form.js';
import { Notice } from './form/notice.js';
import { PressButton } from './form/press-button.js';
import { TextField } from './form/text-field.js';
import { ReceptionFacts } from './public-receptions-page.js';
import { ResidentFrame } from './resident-frame.js';
import styles from './resident.module.css';

const words = messages.publicReception;
const { fill } = messages.missing;
const required = {
  slot: words.slotMissing,
  name: fill(messages.register.name),
  phone: fill(messages.register.phone),
  matter: fill(words.matter),
};

/** One reception: books a slot, and ends with the two numbers to keep. */
export function PublicReceptionPage(): ReactElement {
  const { id = '' } = useParams();
  const reception = usePublicReception(id);
  const book = useBookSlot(id);
  if (book.data)
    return (
      <ResidentFrame title={words.done}>
        <div className={styles['stack']} role="status">
          <p>{words.keep}</p>
          <Numbers code={book.data.code} queryCode={book.data.queryCode} label={words.code} />
          <p>
            <Link to="/public">{messages.resident.back}</Link>
          </p>
        </div>
      </ResidentFrame>
    );
  const it = reception.data;
  return (
    <ResidentFrame title={it ? `${it.unit.name}${it.kind.name}` : words.title}>
      <div className={`${styles['stack']} ${styles['tall']}`}>
        {reception.isPending && <Loading />}
        {reception.error && <Notice kind="warning">{problemText(reception.error)}</Notice>}
        {it && (
          <>
            <p>{words.when(dayText(it.day), it.from, it.to)}</p>
            <ReceptionFacts reception={it} />
            <BookingForm reception={it} book={book} />
          </>
        )}
      </div>
    </ResidentFrame>
  );
}

function BookingForm(props: { reception: PublicReception; book: ReturnType<typeof useBookSlot> }): ReactElement {
  const { reception, book } = props;
  const sms = useSmsToResidents();
  if (reception.free.length === 0 && !book.error) return <p>{words.full}</p>;
  return (
    <FieldForm required={required} error={book.error} onSend={(valueOf) => book.mutate(draftFrom(valueOf))}>
      <ChoiceField
        name="slot"
        label={words.slot}
        options={reception.free.map(({ slot, from, to }) => ({ value: String(slot), label: `${from}–${to}` }))}
      />
      <TextField name="name" label={words.name} autoComplete="name" maxLength={50} />
      <TextField name="phone" label={words.phone} help={words.privacy} autoComplete="tel" inputMode="tel" />
      <TextField name="matter" label={words.matter} rows={3} maxLength={500} />
      {sms && <CheckField name="smsConsent" label={words.sms} />}
      <PressButton sends primary pending={book.isPending}>
        {words.submit}
      </PressButton>
    </FieldForm>
  );
}

function draftFrom(valueOf: ValueOf) {
  return {
    slot: Number(valueOf('slot')),
    name: valueOf('name'),
    phone: valueOf('phone'),
    matter: valueOf('matter'),
    smsConsent: valueOf('smsConsent') !== '',
  };
}
