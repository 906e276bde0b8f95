import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useDispositions } from '../../api/reference.js';
import type { Case } from '../../api/model.js';
import type { Answer } from '../../api/tasks.js';
import { refusedField } from '../../components/refused-field.js';
import { needsText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';

const words = messages.answer;

/** Asks how the matter was settled, and what the resident is told. */
export function AnswerFields(props: {
  value: Answer;
  /** Why the reply was refused. */
  refused: string | undefined;
  /** What closing needs beside an opinion. */
  needs: Case['closingNeeds'];
  onChange: (answer: Answer) => void;
}): ReactElement {
  const { value, refused, needs, onChange } = props;
  const others = needs.filter((need) => need !== 'reply');
  const dispositions = useDispositions();
  const chosen = dispositions.data?.find(({ code }) => code === value.disposition) ?? dispositions.data?.[0];
  return (
    <>
      {others.length > 0 && <p>{messages.service.needed(needsText(others))}</p>}
      <Form.Item
        label={words.disposition}
        htmlFor="disposition"
        extra={chosen?.followUp && words.followUp[chosen.followUp]}
      >
        <Select
          id="disposition"
          loading={dispositions.isPending}
          disabled={dispositions.isPending}
          value={chosen?.code ?? null}
          onChange={(disposition: string) => onChange({ ...value, disposition })}
          options={(dispositions.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item
        label={needs.includes('reply') ? words.replyNeeded : words.reply}
        htmlFor="reply"
        extra={words.replyHint}
        {...(refused !== undefined && refusedField(refused))}
      >
        <Input.TextArea
          id="reply"
          rows={3}
          maxLength={4000}
          value={value.reply}
          placeholder={words.replyExample}
          onChange={(event) => onChange({ ...value, reply: event.target.value })}
        />
      </Form.Item>
    </>
  );
}
