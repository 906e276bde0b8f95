import { Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useSessionAct, type SessionAct } from '../../api/joint-meetings.js';
import type { Meeting, MeetingParticipant } from '../../api/model.js';
import { useMe } from '../../api/session.js';
import { FormDialog } from '../../components/form-dialog.js';
import { written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';

const words = messages.session;

interface Props {
  readonly meeting: string;
  readonly participant: MeetingParticipant;
  readonly onClose: () => void;
}

/** Asks who comes for the unit. */
export function ConfirmDialog({ meeting, participant, onClose }: Props): ReactElement {
  const me = useMe();
  return (
    <FormDialog<{ delegate: string }, SessionAct, Meeting>
      act={useSessionAct(meeting)}
      title={words.confirmFor(participant.unit)}
      initial={{ delegate: participant.delegate ?? me.name }}
      toAct={({ delegate }) => ({ kind: 'confirm', unit: participant.unitId, delegate: delegate.trim() })}
      onClose={onClose}
    >
      <Form.Item name="delegate" label={words.delegateLabel} rules={written(words.delegateMissing)}>
        <Input maxLength={50} />
      </Form.Item>
    </FormDialog>
  );
}

interface Signing {
  readonly stance: 'agreed' | 'dissent';
  readonly opinion?: string;
}

/** Asks what the unit says of the minutes. */
export function SignDialog({ meeting, participant, onClose }: Props): ReactElement {
  const { unitId, unit, stance, opinion } = participant;
  return (
    <FormDialog<Signing, SessionAct, Meeting>
      act={useSessionAct(meeting)}
      title={words.signFor(unit)}
      initial={{ stance: stance === 'dissent' ? 'dissent' : 'agreed', opinion: opinion ?? '' }}
      toAct={(said) => ({ kind: 'sign', unit: unitId, stance: said.stance, opinion: (said.opinion ?? '').trim() })}
      onClose={onClose}
    >
      <Form.Item name="stance" label={words.stance}>
        <Radio.Group
          options={(['agreed', 'dissent'] as const).map((value) => ({ value, label: words.stances[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="opinion"
        label={words.opinion}
        dependencies={['stance']}
        rules={[
          ({ getFieldValue }) => ({
            required: getFieldValue('stance') === 'dissent',
            whitespace: getFieldValue('stance') === 'dissent',
            message: words.opinionMissing,
          }),
        ]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}
