import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { useCalendars } from '../../api/calendars.js';
import type { NewUnitContact, UnitContact, UnitDetail } from '../../api/model.js';
import { useSetUnitContact } from '../../api/unit-contacts.js';
import { FormDialog } from '../../components/form-dialog.js';
import { written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import { partsText, readParts } from './opening-text.js';
import styles from './organisation-page.module.css';

const words = messages.contact;

interface Values {
  readonly address?: string;
  readonly telephone?: string;
  readonly calendar: string;
  readonly workingDays?: string;
  readonly daysOff?: string;
  readonly longitude?: number | null;
  readonly latitude?: number | null;
  readonly reason: string;
}

interface Props {
  readonly unit: UnitDetail;
  /** What holds now. */
  readonly now: UnitContact | undefined;
  readonly onClose: () => void;
}

/** Decides where a unit is and when it is open. */
export function ContactDialog({ unit, now, onClose }: Props): ReactElement {
  const calendars = useCalendars().data ?? [];
  return (
    <FormDialog
      title={`${words.edit} · ${unit.name}`}
      act={useSetUnitContact(unit.id)}
      toAct={(values: Values) => contactOf(values, now?.version ?? 0)}
      initial={valuesOf(now)}
      done={words.done}
      onClose={onClose}
      width={560}
    >
      <Form.Item name="address" label={words.address}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="telephone" label={words.telephone} extra={words.telephoneHint}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="workingDays" label={words.workingDays} extra={words.hoursHint} rules={readable}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="daysOff" label={words.daysOff} rules={readable}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="calendar" label={words.calendar}>
        <Select options={calendars.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <div className={styles['pair']}>
        <Form.Item name="longitude" label={words.longitude} extra={words.positionHint}>
          <InputNumber min={-180} max={180} className={styles['day'] ?? ''} />
        </Form.Item>
        <Form.Item
          name="latitude"
          label={words.latitude}
          dependencies={['longitude']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, latitude: number | null | undefined) =>
                isGiven(latitude) === isGiven(getFieldValue('longitude') as number | null | undefined)
                  ? Promise.resolve()
                  : Promise.reject(new Error(words.positionBoth)),
            }),
          ]}
        >
          <InputNumber min={-90} max={90} className={styles['day'] ?? ''} />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={words.reason} rules={written(messages.missing.any)}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}

const readable = [
  {
    validator: (_: unknown, text: string | undefined) =>
      readParts(text ?? '') ? Promise.resolve() : Promise.reject(new Error(words.hoursWrong)),
  },
];

function isGiven(value: number | null | undefined): value is number {
  return typeof value === 'number';
}

function valuesOf(now: UnitContact | undefined): Partial<Values> {
  if (!now) return { calendar: 'working-days' };
  const { address, telephone, hours, position } = now;
  return {
    address,
    telephone,
    calendar: hours?.calendar ?? 'working-days',
    workingDays: partsText(hours?.workingDays ?? []),
    daysOff: partsText(hours?.daysOff ?? []),
    ...position,
  };
}

function contactOf(values: Values, version: number): NewUnitContact {
  const { address = '', telephone = '', calendar, longitude, latitude, reason } = values;
  const workingDays = readParts(values.workingDays ?? '') ?? [];
  const daysOff = readParts(values.daysOff ?? '') ?? [];
  const told = workingDays.length > 0 || daysOff.length > 0;
  return {
    version,
    address: address.trim(),
    telephone: telephone.trim(),
    hours: told ? { calendar, workingDays, daysOff } : null,
    position: isGiven(longitude) && isGiven(latitude) ? { longitude, latitude } : null,
    reason: reason.trim(),
  };
}
