import { useState, type ReactElement } from 'react';
import type { PublicRequest } from '../../api/model.js';
import { usePrivacyNotice } from '../../api/privacy.js';
import { useSmsToResidents } from '../../api/notices.js';
import { useFileRequest } from '../../api/residents.js';
import { useStation } from '../../api/stations.js';
import { language, messages } from '../../messages/messages.js';
import { CheckField } from './form/check-field.js';
import { FieldForm, type ValueOf } from './form/field-form.js';
import { PressButton } from './form/press-button.js';
import { TextField } from './form/text-field.js';
import styles from './resident.module.css';

const words = messages.resident;
const { fill } = messages.missing;
const required = {
  title: fill(messages.register.titleLabel),
  text: fill(words.detail),
  'resident.name': fill(messages.register.name),
  'resident.phone': fill(messages.register.phone),
};

interface Props {
  /** Id of the station that takes it; empty: the address tells. */
  readonly station: string;
  readonly onFiled: (receipt: { code: string; queryCode: string }) => void;
}

/** As few questions as the station needs to start. */
export function RequestForm({ station, onFiled }: Props): ReactElement {
  const asked = useStation(station, station !== '');
  const [anonymous, setAnonymous] = useState(false);
  const sms = useSmsToResidents();
  const notice = usePrivacyNotice().data;
  const file = useFileRequest();
  return (
    <FieldForm
      required={required}
      error={file.error}
      onSend={(valueOf) =>
        file.mutate(
          {
            ...requestFrom(valueOf),
            ...(!anonymous && notice && { notice: notice.version }),
            ...(station !== '' && !asked.isError && { station }),
          },
          { onSuccess: onFiled },
        )
      }
    >
      {asked.data && <p>{messages.station.askHere(asked.data.name)}</p>}
      <TextField name="title" label={words.what} autoComplete="off" />
      <TextField name="text" label={words.detail} help={words.detailHelp} rows={5} />
      <TextField name="address" label={words.where} help={words.whereHelp} autoComplete="street-address" />
      {!anonymous && (
        <>
          <TextField name="resident.name" label={words.name} autoComplete="name" />
          <TextField
            name="resident.phone"
            label={words.phone}
            help={words.privacy}
            autoComplete="tel"
            inputMode="tel"
          />
          <details className={styles['notice']}>
            <summary>{words.privacyTitle}</summary>
            {(language === 'en' ? notice?.en : notice?.zh)?.split('\n').map((line) => (
              <p key={line}>{line}</p>
            ))}
          </details>
          {sms && <CheckField name="smsConsent" label={words.sms} />}
        </>
      )}
      <CheckField
        name="anonymous"
        label={words.anonymous}
        help={anonymous && words.anonymousHint}
        onChange={setAnonymous}
      />
      <PressButton sends primary pending={file.isPending}>
        {words.submit}
      </PressButton>
    </FieldForm>
  );
}

function requestFrom(valueOf: ValueOf): PublicRequest {
  const address = valueOf('address');
  const resident = {
    name: valueOf('resident.name'),
    phone: valueOf('resident.phone').replace(/[\s-]/g, ''),
    ...(valueOf('smsConsent') !== '' && { smsConsent: true }),
  };
  return {
    title: valueOf('title'),
    text: valueOf('text'),
    ...(address !== '' && { address }),
    ...(valueOf('anonymous') === '' ? { resident } : { anonymous: true }),
  };
}
