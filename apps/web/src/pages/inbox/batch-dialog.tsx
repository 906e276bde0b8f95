import { Alert, App, Button, Form, Input, Modal, Progress } from 'antd';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Box, Task, TaskBatch } from '../../api/model.js';
import { useTaskBatch } from '../../api/task-batches.js';
import { ReceiverFields } from '../../components/receiver-fields.js';
import { written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import { isSubmit } from '../../keys/is-submit.js';
import { messages } from '../../messages/messages.js';
import type { BatchAct } from './batch-acts.js';
import { BatchResult } from './batch-result.js';

const words = messages.inbox.batch;

interface Props {
  readonly box: Box;
  readonly act: BatchAct;
  readonly tasks: readonly Task[];
  /** Told what was not done. */
  readonly onClose: (left: readonly string[]) => void;
}

interface Answers {
  readonly reason: string;
  readonly person?: string;
  readonly unit?: string;
}

/** Does something with many tasks: asks for what the act needs, tells how far it is, and what was refused and why. */
export function BatchDialog({ box, act, tasks, onClose }: Props): ReactElement {
  useReturnFocus();
  const { message } = App.useApp();
  const [form] = Form.useForm<Answers>();
  const batch = useTaskBatch(box);
  const [asked, setAsked] = useState<TaskBatch>();
  const name = words.act[act];
  const ids = tasks.map(({ id }) => id);

  const run = async (what: TaskBatch) => {
    setAsked(what);
    const fates = await batch.run(what);
    if (!fates?.every(({ done }) => done)) return;
    void message.success(words.done(name, fates.length));
    onClose([]);
  };
  // To claim needs no answers, and nothing is lost by it.
  const begun = useRef(false);
  useEffect(() => {
    if (act !== 'claim' || begun.current) return;
    begun.current = true;
    void run({ act, tasks: ids });
  });

  const { fates, running, error } = batch;
  const left = [...fates.filter(({ done }) => !done).map(({ id }) => id), ...ids.slice(fates.length)];
  const buttons = () => {
    if (asked === undefined) return [cancel(() => onClose(ids)), submit(() => form.submit(), name)];
    if (running) return [];
    return [
      <Button key="close" onClick={() => onClose(left)}>
        {words.close}
      </Button>,
      ...(error === undefined ? [] : [submit(() => void run(asked), words.goOn)]),
    ];
  };
  return (
    <Modal
      open
      title={words.title(name, tasks.length)}
      footer={buttons()}
      closable={!running}
      mask={{ closable: false }}
      onCancel={() => !running && onClose(asked === undefined ? ids : left)}
    >
      {asked === undefined && act !== 'claim' && (
        <Form<Answers>
          form={form}
          layout="vertical"
          onFinish={(answers) => void run(batchOf(act, ids, answers))}
          onKeyDown={(event) => isSubmit(event) && form.submit()}
        >
          <p>{words.hint[act]}</p>
          {act === 'assign' && <ReceiverFields taskIds={kindsOf(tasks)} />}
          {act !== 'release' && (
            <Form.Item name="reason" label={words.reason[act]} rules={written(words.reasonMissing)}>
              <Input.TextArea rows={4} maxLength={4000} autoFocus={act === 'urge'} />
            </Form.Item>
          )}
        </Form>
      )}
      {asked !== undefined && (
        <div aria-live="polite">
          {running && <p>{words.running(fates.length, tasks.length)}</p>}
          {error !== undefined && (
            <Alert
              type="error"
              showIcon
              title={problemText(error)}
              description={words.interrupted(tasks.length - fates.length)}
            />
          )}
          {!running && <BatchResult name={name} fates={fates} tasks={tasks} />}
        </div>
      )}
      {asked !== undefined && running && (
        <Progress
          percent={Math.round((100 * fates.length) / tasks.length)}
          aria-label={words.title(name, tasks.length)}
        />
      )}
    </Modal>
  );
}

function cancel(onClick: () => void): ReactElement {
  return (
    <Button key="cancel" onClick={onClick}>
      {messages.act.cancel}
    </Button>
  );
}

function submit(onClick: () => void, text: string): ReactElement {
  return (
    <Button key="submit" type="primary" onClick={onClick}>
      {text}
    </Button>
  );
}

function batchOf(act: BatchAct, tasks: string[], { reason, person, unit }: Answers): TaskBatch {
  switch (act) {
    case 'assign':
      return {
        act,
        tasks,
        reason: reason.trim(),
        to: { ...(person !== undefined && { person }), ...(unit !== undefined && { unit }) },
      };
    case 'urge':
      return { act, tasks, reason: reason.trim() };
    case 'claim':
    case 'release':
      return { act, tasks };
  }
}

/** One task of each unit and step. */
function kindsOf(tasks: readonly Task[]): readonly string[] {
  return [...new Map(tasks.map((task) => [`${task.unitId} ${task.elementId}`, task.id])).values()];
}
