import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useCaseAct, type CaseActAnswers, type CaseActKind } from '../../api/case-acts.js';
import { FormDialog } from '../../components/form-dialog.js';
import { written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import { CaseActFields } from './case-act-fields.js';
import styles from './case-act-dialog.module.css';

const words = messages.caseAct;

interface Props {
  readonly caseId: string;
  readonly taskId: string;
  readonly kind: CaseActKind;
  readonly onClose: () => void;
}

/** Working days that the dialog proposes; a helper gets what the lead can spare. */
const proposedDays: Partial<Record<CaseActKind, number>> = { extend: 5, supervise: 5 };

/** Asks why, and for what the act needs beside that. */
export function CaseActDialog({ caseId, taskId, kind, onClose }: Props): ReactElement {
  const navigate = useNavigate();
  const name = words.name[kind];
  return (
    <FormDialog
      title={name}
      intro={<p className={styles['hint']}>{words.hint[kind]}</p>}
      act={useCaseAct()}
      toAct={(answers: CaseActAnswers) => ({
        caseId,
        kind,
        task: taskId,
        answers: { ...answers, opinion: (answers.opinion ?? '').trim() },
      })}
      initial={{ days: proposedDays[kind] ?? null }}
      done={words.done(name)}
      onDone={() => kind === 'recuse' && void navigate('/inbox/todo') /* the case is unknown to them now */}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <CaseActFields kind={kind} caseId={caseId} taskId={taskId} />
          <Form.Item
            name="opinion"
            label={words.opinion[kind]}
            rules={kind === 'rate' ? [] : written(words.opinionMissing)}
            {...refused}
          >
            <Input.TextArea rows={4} maxLength={4000} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
