import { App, Form, Input, Modal, type GetRef } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { newIdempotencyKey } from '../../api/client.js';
import type { Outcome, TaskRef } from '../../api/model.js';
import { ApiProblem } from '../../api/problem.js';
import { useComplete } from '../../api/tasks.js';
import { fieldText, problemText } from '../../format/problem-text.js';
import { useDraft } from '../../hooks/use-draft.js';
import { usePhone } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { DepartmentField } from './department-field.js';
import { PhraseButtons } from './phrase-buttons.js';

const words = messages.opinion;

// The names by which the diagrams ask for a department: routing, another one after a return, a ruling.
const namesDepartment: Readonly<Record<string, string>> = {
  route: words.departmentHint,
  grant: words.departmentSuggested,
  rule: words.departmentStays,
};
const departmentVariable = 'chosenDepartment';

interface Props {
  readonly taskId: string;
  readonly outcome: Outcome;
  readonly onClose: () => void;
}

/** Asks for the opinion that every act needs, then finishes the task. */
export function OpinionDialog({ taskId, outcome, onClose }: Props): ReactElement {
  const { message } = App.useApp();
  const draft = useDraft<string>(`opinion.${taskId}`);
  const [opinion, setOpinion] = useState(() => draft.load() ?? '');
  const [department, setDepartment] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [key, setKey] = useState(newIdempotencyKey);
  const box = useRef<GetRef<typeof Input.TextArea>>(null);
  const complete = useComplete();
  const phone = usePhone();
  const required = outcome.opinion === 'required';

  const write = (text: string) => {
    setOpinion(text);
    setRefusal(undefined);
    draft.save(text);
  };
  const submit = () => {
    if (complete.isPending) return;
    if (required && opinion.trim() === '') {
      setRefusal(words.required);
      box.current?.focus();
      return;
    }
    const variables = department === undefined ? undefined : { [departmentVariable]: department };
    complete.mutate(
      { id: taskId, outcome: outcome.id || undefined, opinion: opinion.trim(), variables, key },
      {
        onSuccess: ({ tasks }) => {
          draft.drop();
          void message.success(words.done(outcome.name) + nextText(tasks));
          onClose();
        },
        onError: (error) => {
          setKey(newIdempotencyKey()); // a corrected opinion is another request
          setRefusal(refusalText(error));
        },
      },
    );
  };

  return (
    <Modal
      open
      title={outcome.name}
      okText={messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={complete.isPending}
      onOk={submit}
      onCancel={onClose}
      afterOpenChange={(open) => open && !isTyping() && box.current?.focus({ cursor: 'end' })}
      width={600}
    >
      <Form layout="vertical">
        {outcome.id in namesDepartment && (
          <DepartmentField value={department} hint={namesDepartment[outcome.id] ?? ''} onChange={setDepartment} />
        )}
        <Form.Item
          label={required ? words.label : words.optional}
          htmlFor="opinion"
          required={required}
          {...(refusal && { validateStatus: 'error', help: <span role="alert">{refusal}</span> })}
          extra={!phone && words.shortcut}
        >
          <Input.TextArea
            id="opinion"
            ref={box}
            rows={5}
            value={opinion}
            placeholder={words.placeholder}
            onChange={(event) => write(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit()}
          />
        </Form.Item>
        <PhraseButtons
          outcomeId={outcome.id}
          onPick={(phrase) => {
            write(opinion ? `${opinion}${phrase}` : phrase);
            box.current?.focus({ cursor: 'end' });
          }}
        />
      </Form>
    </Modal>
  );
}

/** Whoever has already gone into a field while the dialog opened stays there. */
function isTyping(): boolean {
  return document.activeElement?.matches('[role="dialog"] :is(input, textarea)') ?? false;
}

function nextText(tasks: readonly TaskRef[]): string {
  return tasks.map((task) => words.next(task.name, task.unit)).join('');
}

function refusalText(error: Error): string {
  const field = error instanceof ApiProblem ? error.fields[0] : undefined;
  return field ? fieldText(field.message) : problemText(error);
}
