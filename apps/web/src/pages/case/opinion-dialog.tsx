import { Alert, App, Form, Input, Modal, type GetRef } from 'antd';
import { lazy, Suspense, useRef, useState, type ReactElement } from 'react';
import type { Case, CaseTask, Outcome, TaskRef } from '../../api/model.js';
import { ApiProblem } from '../../api/problem.js';
import { useComplete, type Answer } from '../../api/tasks.js';
import { fieldText, problemText } from '../../format/problem-text.js';
import { shortTime } from '../../format/time.js';
import { useDraft } from '../../hooks/use-draft.js';
import { usePhone } from '../../hooks/use-media.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import { isSubmit } from '../../keys/is-submit.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { Loading } from '../../components/loading.js';
import { refusedField } from '../../components/refused-field.js';
import { AnswerFields } from './answer-fields.js';
import { DepartmentField } from './department-field.js';
import { PhraseButtons } from './phrase-buttons.js';
import { useFilledForm } from './use-filled-form.js';
import { useTaskDraft } from './use-task-draft.js';

// Few steps have a form; what evaluates its conditions is fetched with it.
const TaskForm = lazy(async () => ({ default: (await import('../../components/task-form/task-form.js')).TaskForm }));

const words = messages.opinion;

// The names by which the diagrams ask for a department: routing, another one after a return, a ruling.
const namesDepartment: Readonly<Record<string, string>> = {
  route: words.departmentHint,
  grant: words.departmentSuggested,
  rule: words.departmentStays,
};
const departmentVariable = 'chosenDepartment';

interface Props {
  readonly task: Pick<CaseTask, 'id' | 'hasForm'>;
  readonly outcome: Outcome;
  /** What closing the case needs beside an opinion. */
  readonly needs: Case['closingNeeds'];
  readonly onClose: () => void;
  /** After the task is finished. */
  readonly onDone: () => void;
}

/** Asks for the opinion that every act needs, then finishes the task. */
export function OpinionDialog({ task, outcome, needs, onClose, onDone }: Props): ReactElement {
  useReturnFocus();
  const { id: taskId, hasForm } = task;
  const { message } = App.useApp();
  const draft = useDraft<string>(`opinion.${taskId}`);
  const answerDraft = useDraft<Answer>(`answer.${taskId}`);
  const [answer, setAnswer] = useState<Answer>(() => answerDraft.load() ?? {});
  const [opinion, setOpinion] = useState(() => draft.load() ?? '');
  const form = useFilledForm(taskId);
  const [department, setDepartment] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const box = useRef<GetRef<typeof Input.TextArea>>(null);
  const complete = useComplete();
  const phone = usePhone();
  const required = outcome.opinion === 'required';

  const write = (text: string) => {
    setOpinion(text);
    setRefusal(undefined);
    draft.save(text);
  };
  const settle = (next: Answer) => {
    setAnswer(next);
    setRefusal(undefined);
    answerDraft.save(next);
  };
  const { edited } = form;
  const written = { opinion, ...answer, ...(Object.keys(edited).length > 0 && { values: edited }) };
  const restoredAt = useTaskDraft(taskId, written, ({ opinion: text, values, ...kept }) => {
    write(text);
    settle(kept);
    if (values) form.edit(values as typeof edited);
  });
  const submit = () => {
    if (complete.isPending) return;
    if (required && opinion.trim() === '') {
      setRefusal({ field: 'opinion', text: words.required });
      box.current?.focus();
      return;
    }
    if (hasForm && !form.isRight()) {
      const { missing, wrong } = pageWords.forms.fill;
      setRefusal({ field: 'form', text: form.checked ? wrong : missing });
      return;
    }
    const chosen = department === undefined ? undefined : { [departmentVariable]: department };
    const variables = hasForm ? { ...form.checked?.values, ...chosen } : chosen;
    complete.mutate(
      {
        id: taskId,
        outcome: outcome.id || undefined,
        opinion: opinion.trim(),
        variables,
        answer: outcome.closes ? answer : undefined,
      },
      {
        onSuccess: ({ tasks }) => {
          draft.drop();
          answerDraft.drop();
          form.drop();
          void message.success(words.done(outcome.name) + nextText(tasks));
          onClose();
          onDone();
        },
        onError: (error) => setRefusal(refusalOf(error)),
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
      afterOpenChange={(open) => open && !hasForm && !isTyping() && box.current?.focus({ cursor: 'end' })}
      width={600}
    >
      <Form layout="vertical">
        {outcome.id in namesDepartment && (
          <DepartmentField value={department} hint={namesDepartment[outcome.id] ?? ''} onChange={setDepartment} />
        )}
        {hasForm && (
          <Suspense fallback={<Loading lines={3} />}>
            <TaskForm
              taskId={taskId}
              outcome={outcome.id || null}
              edited={edited}
              onEdit={form.edit}
              tries={form.tries}
              onChecked={form.setChecked}
            />
          </Suspense>
        )}
        <Form.Item
          label={required ? words.label : words.optional}
          htmlFor="opinion"
          required={required}
          {...(refusal?.field === 'opinion' && refusedField(refusal.text))}
          extra={extraText(restoredAt, phone)}
        >
          <Input.TextArea
            id="opinion"
            ref={box}
            rows={5}
            value={opinion}
            placeholder={words.placeholder}
            onChange={(event) => write(event.target.value)}
            onKeyDown={(event) => isSubmit(event) && submit()}
          />
        </Form.Item>
        <PhraseButtons
          outcomeId={outcome.id}
          onPick={(phrase) => {
            write(opinion ? `${opinion}${phrase}` : phrase);
            box.current?.focus({ cursor: 'end' });
          }}
        />
        {outcome.closes && (
          <AnswerFields
            value={answer}
            needs={needs}
            refused={refusal?.field === 'reply' ? refusal.text : undefined}
            onChange={settle}
          />
        )}
        {refusal?.field === 'form' && <Alert type="error" showIcon role="alert" title={refusal.text} />}
      </Form>
    </Modal>
  );
}

/** Whoever has already gone into a field while the dialog opened stays there. */
function isTyping(): boolean {
  return document.activeElement?.matches('[role="dialog"] :is(input, textarea)') ?? false;
}

/** That something written before was taken up, and how to send without the mouse. */
function extraText(restoredAt: string | undefined, phone: boolean): string {
  const restored = restoredAt === undefined ? '' : messages.desk.restored(shortTime(restoredAt));
  return `${restored}${phone ? '' : words.shortcut}`;
}

function nextText(tasks: readonly TaskRef[]): string {
  return tasks.map((task) => words.next(task.name, task.unit)).join('');
}

/** Why a completion was refused, and at which field that is told. */
interface Refusal {
  readonly field: 'opinion' | 'reply' | 'form';
  readonly text: string;
}

function refusalOf(error: Error): Refusal {
  const field = error instanceof ApiProblem ? error.fields[0] : undefined;
  const text = field ? fieldText(field.message) : problemText(error);
  if (field?.field.startsWith('variables.')) return { field: 'form', text };
  return { field: field?.field === 'reply' ? 'reply' : 'opinion', text };
}
