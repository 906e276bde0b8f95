import { DatePicker, Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import type { Pledge } from '../../api/model.js';
import { usePledgeAct, type PledgeAct } from '../../api/pledges.js';
import { FormDialog } from '../../components/form-dialog.js';
import { given, written } from '../../format/field-rules.js';
import { districtToday } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { contentFrom, PledgeFields, type PledgeValues } from './pledge-fields.js';
import styles from './pledge.module.css';

const words = messages.pledge;
const format = 'YYYY-MM-DD';

interface Props {
  readonly pledge: Pledge;
  readonly onClose: () => void;
}

/** The dialog of an act on a pledge. */
export function PledgeDialog({ act, ...props }: Props & { readonly act: PledgeAct['act'] }): ReactElement {
  switch (act) {
    case 'change':
      return <ChangeDialog {...props} />;
    case 'discuss':
      return <DiscussDialog {...props} />;
    case 'drop':
      return <DropDialog {...props} />;
    case 'publish':
      return <PublishDialog {...props} />;
    case 'progress':
      return <ProgressDialog {...props} />;
    case 'finish':
      return <FinishDialog {...props} />;
  }
}

function ChangeDialog({ pledge: it, onClose }: Props): ReactElement {
  const isPublic = it.publishedAt !== null;
  const initial: Partial<PledgeValues> = {
    title: it.title,
    text: it.text,
    measure: it.measure,
    dueOn: dayjs(it.dueOn),
    ...(it.pledger !== null && { pledger: it.pledger }),
    ...(it.category && { category: it.category.code }),
  };
  return (
    <FormDialog<PledgeValues & { readonly reason?: string }, PledgeAct, Pledge>
      title={isPublic ? words.acts.change : words.acts.edit}
      act={usePledgeAct(it.id)}
      initial={initial}
      toAct={({ reason = '', ...values }) => ({
        act: 'change',
        version: it.version,
        ...contentFrom(values),
        reason: reason.trim(),
      })}
      onClose={onClose}
      width={600}
    >
      {(refused) => (
        <>
          <PledgeFields refused={isPublic ? {} : refused} />
          {isPublic && (
            <Form.Item name="reason" label={words.reason} rules={written(words.reasonMissing)} {...refused}>
              <Input.TextArea rows={2} maxLength={500} />
            </Form.Item>
          )}
        </>
      )}
    </FormDialog>
  );
}

interface Discussed {
  readonly day: Dayjs;
  readonly people: string;
  readonly said: string;
  readonly agreed: boolean;
  readonly text?: string;
}

function DiscussDialog({ pledge: it, onClose }: Props): ReactElement {
  return (
    <FormDialog<Discussed, PledgeAct, Pledge>
      title={words.acts.discuss}
      act={usePledgeAct(it.id)}
      initial={{ day: dayjs(districtToday()), agreed: true, text: it.text }}
      toAct={({ day, people, said, agreed, text }) => ({
        act: 'discuss',
        day: day.format(format),
        people: people.trim(),
        said: said.trim(),
        agreed,
        ...(agreed && text !== undefined && { text: text.trim() }),
      })}
      onClose={onClose}
      width={600}
    >
      <PastDay />
      <Form.Item name="people" label={words.people} rules={written(messages.missing.fill(words.people))}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="said" label={words.said} rules={written(messages.missing.fill(words.said))}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <Form.Item name="agreed" label={words.verdict}>
        <Radio.Group
          options={[
            { value: true, label: words.verdicts.agreed },
            { value: false, label: words.verdicts.back },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['agreed']}>
        {({ getFieldValue }) =>
          getFieldValue('agreed') === true && (
            <Form.Item name="text" label={words.agreedText} rules={written(messages.missing.fill(words.agreedText))}>
              <Input.TextArea rows={3} maxLength={2000} />
            </Form.Item>
          )
        }
      </Form.Item>
    </FormDialog>
  );
}

function DropDialog({ pledge: it, onClose }: Props): ReactElement {
  return (
    <FormDialog<{ readonly reason: string }, PledgeAct, Pledge>
      title={words.acts.drop}
      act={usePledgeAct(it.id)}
      toAct={({ reason }) => ({ act: 'drop', reason: reason.trim() })}
      onClose={onClose}
    >
      <Form.Item name="reason" label={words.dropReason} rules={written(messages.missing.fill(words.dropReason))}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

function PublishDialog({ pledge: it, onClose }: Props): ReactElement {
  return (
    <FormDialog<object, PledgeAct, Pledge>
      title={words.acts.publish}
      submit={words.acts.publish}
      act={usePledgeAct(it.id)}
      toAct={() => ({ act: 'publish' })}
      onClose={onClose}
    >
      <p>{words.publishText}</p>
    </FormDialog>
  );
}

interface Progressed {
  readonly day: Dayjs;
  readonly text: string;
  readonly evidence?: string;
}

function ProgressDialog({ pledge: it, onClose }: Props): ReactElement {
  return (
    <FormDialog<Progressed, PledgeAct, Pledge>
      title={words.acts.progress}
      act={usePledgeAct(it.id)}
      initial={{ day: dayjs(districtToday()) }}
      toAct={({ day, text, evidence = '' }) => ({
        act: 'progress',
        day: day.format(format),
        text: text.trim(),
        evidence: evidence.trim(),
      })}
      onClose={onClose}
    >
      <PastDay />
      <Form.Item name="text" label={words.progressText} rules={written(messages.missing.fill(words.progressText))}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item name="evidence" label={words.evidence} extra={words.evidenceHint}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}

function FinishDialog({ pledge: it, onClose }: Props): ReactElement {
  return (
    <FormDialog<{ readonly day: Dayjs; readonly result: string }, PledgeAct, Pledge>
      title={words.acts.finish}
      act={usePledgeAct(it.id)}
      initial={{ day: dayjs(districtToday()) }}
      toAct={({ day, result }) => ({ act: 'finish', day: day.format(format), result: result.trim() })}
      onClose={onClose}
    >
      <PastDay />
      <Form.Item name="result" label={words.result} rules={written(messages.missing.fill(words.result))}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}

function PastDay(): ReactElement {
  return (
    <Form.Item name="day" label={words.day} rules={given(messages.missing.fill(words.day))}>
      <DatePicker className={styles['wide'] ?? ''} maxDate={dayjs(districtToday())} />
    </Form.Item>
  );
}
