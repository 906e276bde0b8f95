import { App, Checkbox, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { Booking, BookingDraft, Reception } from '../../api/model.js';
import { useSmsToResidents } from '../../api/notices.js';
import { useEnterBooking, useReceptionAct } from '../../api/receptions.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Numbers } from '../../components/numbers.js';
import { given, written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import { HostFields } from './host-fields.js';

const words = messages.reception;
const { fill } = messages.missing;

interface OfReception {
  readonly reception: Reception;
  readonly onClose: () => void;
}

/** Calls a reception off, or all that follow in its series too. */
export function CancelDialog({ reception, onClose }: OfReception): ReactElement {
  return (
    <FormDialog
      title={words.cancel}
      intro={<p>{words.cancelHint}</p>}
      act={useReceptionAct(reception.id)}
      toAct={({ reason, following }: { reason: string; following?: boolean }) => ({
        act: 'cancel' as const,
        reason,
        following: following ?? false,
      })}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <Form.Item name="reason" label={words.reason} rules={written(fill(words.reason))} {...refused}>
            <Input maxLength={200} />
          </Form.Item>
          {reception.seriesId !== null && <FollowingField />}
        </>
      )}
    </FormDialog>
  );
}

/** Lets residents book. */
export function PublishDialog({ reception, onClose }: OfReception): ReactElement {
  return (
    <FormDialog
      title={words.publish}
      act={useReceptionAct(reception.id)}
      toAct={({ following }: { following?: boolean }) => ({ act: 'publish' as const, following: following ?? false })}
      onClose={onClose}
    >
      <p>{words.hint}</p>
      {reception.seriesId !== null && <FollowingField />}
    </FormDialog>
  );
}

function FollowingField(): ReactElement {
  return (
    <Form.Item name="following" valuePropName="checked">
      <Checkbox>{words.following}</Checkbox>
    </Form.Item>
  );
}

interface Edited {
  readonly place: string;
  readonly hosts: Reception['hosts'];
  readonly note?: string;
}

/** Changes place, hosts and note. */
export function EditDialog({ reception: it, onClose }: OfReception): ReactElement {
  return (
    <FormDialog
      title={words.edit}
      act={useReceptionAct(it.id)}
      initial={{ place: it.place, hosts: it.hosts, note: it.note ?? '' }}
      toAct={({ place, hosts, note }: Edited) => ({ act: 'edit' as const, place, hosts, note: note ?? '' })}
      onClose={onClose}
      width={560}
    >
      <HostFields />
    </FormDialog>
  );
}

/** Takes an appointment back for a resident. */
export function CancelBookingDialog(props: OfReception & { booking: Booking }): ReactElement {
  const { reception, booking, onClose } = props;
  return (
    <FormDialog
      title={words.cancelBookingOf(booking.name)}
      act={useReceptionAct(reception.id)}
      toAct={({ reason }: { reason: string }) => ({ act: 'cancel-booking' as const, booking: booking.id, reason })}
      onClose={onClose}
    >
      {(refused) => (
        <Form.Item name="reason" label={words.cancelReason} rules={written(fill(words.cancelReason))} {...refused}>
          <Input maxLength={200} />
        </Form.Item>
      )}
    </FormDialog>
  );
}

/** Books for who telephones, or enters who has come without an appointment. */
export function EnterDialog(props: OfReception & { walkIn: boolean }): ReactElement {
  const { reception, walkIn, onClose } = props;
  const { message, modal } = App.useApp();
  const sms = useSmsToResidents();
  const taken = new Set(
    reception.bookings.flatMap(({ slot, state }) => (slot === null || state === 'cancelled' ? [] : [slot])),
  );
  const free = reception.times.filter(({ slot }) => !taken.has(slot));
  return (
    <FormDialog
      title={walkIn ? words.walkIn : words.enter}
      act={useEnterBooking(reception.id)}
      toAct={(values: BookingDraft) => ({ ...values, phone: values.phone || null })}
      onDone={({ code, queryCode }) => {
        if (queryCode === '') void message.success(words.walkedInDone);
        else
          modal.success({
            title: words.entered,
            content: <Numbers code={code} queryCode={queryCode} label={messages.publicReception.code} />,
          });
      }}
      onClose={onClose}
    >
      {!walkIn && (
        <Form.Item name="slot" label={words.slot} rules={given(fill(words.slot))}>
          <Select options={free.map(({ slot, from, to }) => ({ value: slot, label: words.slotOf(from, to) }))} />
        </Form.Item>
      )}
      <Form.Item name="name" label={words.name} rules={written(fill(words.name))}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={words.phone} rules={walkIn ? [] : written(fill(words.phone))}>
        <Input inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="matter" label={words.matter} rules={written(fill(words.matter))}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      {sms && (
        <Form.Item name="smsConsent" valuePropName="checked">
          <Checkbox>{words.sms}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  );
}
