import { Form, Input, Radio, type FormItemProps } from 'antd';
import type { ReactElement } from 'react';
import { useDecideTopic, type TopicWord } from '../../api/joint-meetings.js';
import type { AgendaTopic, MeetingDecision } from '../../api/model.js';
import { FormDialog } from '../../components/form-dialog.js';
import { UnitSelect } from '../../components/unit-select.js';
import { given, written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';

const words = messages.meeting;
const outcomes = ['rule', 'resolved', 'submit', 'postpone'] as const;
const precedents = ['none', 'street', 'district'] as const;

interface Answers {
  readonly outcome: MeetingDecision['outcome'] | 'postpone';
  readonly lead?: string;
  readonly helpers?: string[];
  readonly precedent?: 'street' | 'district' | 'none';
  readonly opinion: string;
  readonly reply?: string;
}

/** Asks what the meeting decided on a topic, or why it put it off. */
export function DecisionDialog(props: { meeting: string; topic: AgendaTopic; onClose: () => void }): ReactElement {
  const at = { meeting: props.meeting, topic: props.topic.id };
  return (
    <FormDialog
      title={words.decideOn(props.topic.title)}
      act={useDecideTopic()}
      toAct={(answers: Answers) => ({ ...at, ...wordOf(answers) })}
      initial={{ outcome: 'rule', precedent: 'none' }}
      onClose={props.onClose}
      width={600}
    >
      {(refused) => <DecisionFields refused={refused} />}
    </FormDialog>
  );
}

function wordOf({ outcome, lead, helpers = [], precedent = 'none', opinion, reply }: Answers): TopicWord {
  const said = opinion.trim();
  if (outcome === 'postpone') return { postponed: said };
  const ruling =
    outcome === 'rule' && lead !== undefined
      ? { lead, helpers, ...(precedent !== 'none' && { precedent }) }
      : { helpers: [], ...(outcome === 'resolved' && reply && { reply }) };
  return { decision: { outcome, opinion: said, ...ruling } };
}

function DecisionFields({ refused }: { refused: Partial<FormItemProps> }): ReactElement {
  const outcome = Form.useWatch<Answers['outcome'] | undefined>('outcome');
  return (
    <>
      <Form.Item name="outcome" label={words.outcome} {...(outcome === 'postpone' && { extra: words.postponeHint })}>
        <Radio.Group options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))} />
      </Form.Item>
      {outcome === 'rule' && (
        <>
          <Form.Item name="lead" label={words.lead} rules={given(messages.missing.fill(words.lead))}>
            <UnitSelect kinds={['department']} />
          </Form.Item>
          <Form.Item name="precedent" label={words.precedent}>
            <Radio.Group options={precedents.map((value) => ({ value, label: words.precedents[value] }))} />
          </Form.Item>
          <Form.Item name="helpers" label={words.helpers}>
            <UnitSelect kinds={['department']} mode="multiple" />
          </Form.Item>
        </>
      )}
      <Form.Item
        name="opinion"
        label={words.opinion}
        rules={written(messages.missing.fill(words.opinion))}
        {...refused}
      >
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      {outcome === 'resolved' && (
        <Form.Item name="reply" label={messages.answer.reply} extra={messages.answer.replyHint}>
          <Input.TextArea rows={3} maxLength={4000} placeholder={messages.answer.replyExample} />
        </Form.Item>
      )}
    </>
  );
}
