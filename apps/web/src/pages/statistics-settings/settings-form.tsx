import { Alert, App, Button, Checkbox, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useCalendars } from '../../api/calendars.js';
import type { SettledStatistics } from '../../api/model.js';
import { useDecideStatistics } from '../../api/statistics.js';
import { given, written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { canWeigh, changeOf, valuesOf, weighable, type SettingsValues } from './settings-values.js';
import styles from './statistics-settings-page.module.css';

const words = pageWords.statisticsSettings;
const kinds = ['street', 'station', 'department', 'office'] as const;

/** Decides weights, thresholds and windows, with the grounds. */
export function SettingsForm({ latest }: { latest: SettledStatistics }): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<SettingsValues>();
  const decide = useDecideStatistics();
  const [weightless, setWeightless] = useState(false);
  const failure = weightless ? words.weightsMissing : decide.error && problemText(decide.error);
  const submit = (values: SettingsValues) => {
    setWeightless(!canWeigh(values));
    if (canWeigh(values))
      decide.mutate(changeOf(values, latest.version), { onSuccess: () => void message.success(words.saved) });
  };
  return (
    <Form form={form} layout="vertical" initialValues={valuesOf(latest.value)} onFinish={submit}>
      <RankingFields />
      <Group title={words.weak}>
        <Whole name={['weakTopics', 'fewest']} label={words.weakFewest} min={1} max={10_000} />
      </Group>
      <SigningFields />
      <Group title={words.hot} hint={words.hotHint}>
        <Whole name={['hotMatters', 'days']} label={words.hotDays} min={1} max={90} />
        <Whole name={['hotMatters', 'fewest']} label={words.hotFewest} min={2} max={1_000} />
        <Whole name={['hotMatters', 'percent']} label={words.likeness} min={10} max={100} />
      </Group>
      {failure && <Alert type="error" showIcon role="alert" title={failure} />}
      <Form.Item name="note" label={words.note} rules={written(words.noteMissing)} className={styles['note'] ?? ''}>
        <Input maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={decide.isPending}>
        {words.save}
      </Button>
    </Form>
  );
}

function RankingFields(): ReactElement {
  return (
    <Group title={words.ranking} hint={words.weightsHint}>
      <Form.Item name={['ranking', 'shown']} label={words.shown} valuePropName="checked" extra={words.shownHint}>
        <Switch />
      </Form.Item>
      <Form.Item name={['ranking', 'kinds']} label={words.kinds}>
        <Checkbox.Group options={kinds.map((value) => ({ value, label: pageWords.statistics.kind[value] }))} />
      </Form.Item>
      {weighable.map((code) => (
        <Whole
          key={code}
          name={['ranking', 'weights', code]}
          label={`${words.weights}${messages.marks.colon}${words.weight[code]}`}
          min={0}
          max={100}
        />
      ))}
      <Whole name={['ranking', 'fewest']} label={words.rankingFewest} min={1} max={10_000} />
    </Group>
  );
}

function SigningFields(): ReactElement {
  const calendars = useCalendars().data ?? [];
  return (
    <Group title={words.signing}>
      <Whole name={['signing', 'days']} label={words.signingDays} min={1} max={10} />
      <Form.Item name="calendar" label={words.calendar}>
        <Select options={calendars.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
    </Group>
  );
}

function Group(props: { readonly title: string; readonly hint?: string; children: ReactNode }): ReactElement {
  return (
    <fieldset className={`sheet ${styles['group']}`}>
      <legend className={styles['title']}>{props.title}</legend>
      {props.hint !== undefined && <p className={styles['hint']}>{props.hint}</p>}
      <div className={styles['fields']}>{props.children}</div>
    </fieldset>
  );
}

function Whole(props: {
  readonly name: (string | number)[];
  readonly label: string;
  readonly min: number;
  readonly max: number;
}): ReactElement {
  return (
    <Form.Item name={props.name} label={props.label} rules={given(words.missing)}>
      <InputNumber min={props.min} max={props.max} precision={0} />
    </Form.Item>
  );
}
