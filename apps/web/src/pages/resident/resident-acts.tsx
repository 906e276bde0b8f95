import { Alert, Button, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAddPublicAttachments } from '../../api/attachments.js';
import type { PublicCase } from '../../api/model.js';
import { useResidentAct, type ResidentActKind } from '../../api/residents.js';
import { FileButton } from '../../components/file-button.js';
import { written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './resident.module.css';

const words = messages.resident;

interface Props {
  readonly code: string;
  readonly queryCode: string;
  /** Hears how the request stands after an act. */
  readonly onDone: (now: PublicCase) => void;
}

/** What a resident can do while a request is open: press for an answer, add facts, or take it back. */
export function ResidentActs({ code, queryCode, onDone }: Props): ReactElement {
  const [kind, setKind] = useState<ResidentActKind>();
  const act = useResidentAct();
  const files = useAddPublicAttachments();
  if (!kind) {
    return (
      <div className={styles['acts']}>
        <Button onClick={() => setKind('urge')}>{words.acts.urge}</Button>
        <Button onClick={() => setKind('supplement')}>{words.acts.supplement}</Button>
        <Button onClick={() => setKind('withdraw')}>{words.acts.withdraw}</Button>
        <FileButton
          label={messages.attachment.add}
          loading={files.isPending}
          onFiles={(chosen) => files.mutate({ code, queryCode, files: chosen })}
        />
        <p role="status">
          {files.error ? problemText(files.error) : files.data !== undefined && messages.attachment.sent(files.data)}
        </p>
      </div>
    );
  }
  const submit = ({ opinion }: { opinion: string }) =>
    act.mutate({ kind, code, queryCode, opinion: opinion.trim() }, { onSuccess: onDone });
  return (
    <Form layout="vertical" size="large" requiredMark={false} onFinish={submit}>
      <Form.Item name="opinion" label={words.actHint[kind]} rules={written(words.actMissing)}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      {act.error && <Alert className={styles['alert'] ?? ''} type="warning" showIcon title={problemText(act.error)} />}
      <div className={styles['acts']}>
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {words.acts[kind]}
        </Button>
        <Button onClick={() => (setKind(undefined), act.reset())}>{messages.act.cancel}</Button>
      </div>
    </Form>
  );
}
