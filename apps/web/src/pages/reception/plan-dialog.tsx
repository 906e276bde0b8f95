import { Checkbox, DatePicker, Form, InputNumber, Radio, Select, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import type { PlannedReceptions, ReceptionPlan } from '../../api/model.js';
import { usePlanReceptions, useReceptionKinds } from '../../api/receptions.js';
import { useMe } from '../../api/session.js';
import { useUnitsBelow } from '../../api/unit-records.js';
import { FormDialog } from '../../components/form-dialog.js';
import { given } from '../../format/field-rules.js';
import { districtToday } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { HostFields } from './host-fields.js';
import styles from './reception.module.css';

const words = messages.reception;
const required = (label: string) => given(messages.missing.fill(label));

interface Values extends Pick<ReceptionPlan, 'unit' | 'kind' | 'place' | 'hosts' | 'note' | 'slotMinutes' | 'slots'> {
  readonly day: Dayjs;
  readonly from: Dayjs;
  readonly to: Dayjs;
  readonly repeat: 'once' | 'week' | 'month';
  readonly series?: { readonly until?: Dayjs; readonly dayOff?: 'skip' | 'move' };
  readonly publish?: boolean;
}

const initial = {
  hosts: [{ name: '', office: '' }],
  slotMinutes: 20,
  slots: 6,
  from: dayjs('2000-01-01T09:00'),
  to: dayjs('2000-01-01T11:00'),
  repeat: 'once' as const,
  series: { dayOff: 'skip' as const },
};

/** Plans a reception or a series of them. */
export function PlanDialog(props: {
  onPlanned: (planned: PlannedReceptions) => void;
  onClose: () => void;
}): ReactElement {
  const own = useMe().units.map(({ id }) => id);
  const units = useUnitsBelow(own);
  const kinds = useReceptionKinds();
  return (
    <FormDialog
      title={words.plan}
      act={usePlanReceptions()}
      initial={{ ...initial, ...(own[0] !== undefined && { unit: own[0] }) }}
      toAct={planFrom}
      onDone={props.onPlanned}
      onClose={props.onClose}
      width={640}
    >
      {(refused) => (
        <>
          <div className={styles['row']}>
            <Form.Item name="unit" label={words.unit} rules={required(words.unit)}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                loading={units.isPending}
                options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
            <Form.Item name="kind" label={words.kind} rules={required(words.kind)}>
              <Select
                loading={kinds.isPending}
                options={(kinds.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
              />
            </Form.Item>
          </div>
          <TimeFields />
          <SeriesFields />
          <HostFields />
          <Form.Item name="publish" valuePropName="checked" {...refused}>
            <Checkbox>{words.publishNow}</Checkbox>
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}

function TimeFields(): ReactElement {
  const time = { format: 'HH:mm', minuteStep: 5, needConfirm: false } as const;
  return (
    <div className={styles['row']}>
      <Form.Item name="day" label={words.firstDay} rules={required(words.day)}>
        <DatePicker minDate={dayjs(districtToday())} />
      </Form.Item>
      <Form.Item name="from" label={words.from} rules={required(words.from)}>
        <TimePicker {...time} />
      </Form.Item>
      <Form.Item name="to" label={words.to} rules={required(words.to)}>
        <TimePicker {...time} />
      </Form.Item>
      <Form.Item name="slotMinutes" label={words.slotMinutes} rules={required(words.slotMinutes)}>
        <InputNumber min={5} max={240} precision={0} />
      </Form.Item>
      <Form.Item name="slots" label={words.slots} rules={required(words.slots)}>
        <InputNumber min={1} max={60} precision={0} />
      </Form.Item>
    </div>
  );
}

function SeriesFields(): ReactElement {
  const repeats = Form.useWatch<string | undefined>('repeat');
  return (
    <>
      <Form.Item name="repeat" label={words.repeat}>
        <Radio.Group options={optionsOf(words.repeats)} />
      </Form.Item>
      {repeats !== undefined && repeats !== 'once' && (
        <div className={styles['row']}>
          <Form.Item name={['series', 'until']} label={words.until} rules={required(words.until)}>
            <DatePicker minDate={dayjs(districtToday())} />
          </Form.Item>
          <Form.Item name={['series', 'dayOff']} label={words.dayOff}>
            <Radio.Group options={optionsOf(words.dayOffs)} />
          </Form.Item>
        </div>
      )}
    </>
  );
}

function optionsOf(of: Readonly<Record<string, string>>) {
  return Object.entries(of).map(([value, label]) => ({ value, label }));
}

function planFrom({ day, from, to, repeat, series, note, publish, ...plan }: Values): ReceptionPlan {
  return {
    ...plan,
    hosts: plan.hosts.map(({ name, office }) => ({ name, office })),
    day: isoDay(day),
    from: from.format('HH:mm'),
    to: to.format('HH:mm'),
    note: note ?? '',
    publish: publish ?? false,
    ...(repeat !== 'once' && {
      series: { every: repeat, until: isoDay(series?.until ?? day), dayOff: series?.dayOff ?? 'skip' },
    }),
  };
}

function isoDay(day: Dayjs): string {
  return day.format('YYYY-MM-DD');
}
