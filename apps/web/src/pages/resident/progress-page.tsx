import { Alert, Button, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { PublicCase } from '../../api/model.js';
import { ApiProblem } from '../../api/problem.js';
import { useTrackRequest } from '../../api/residents.js';
import { written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { Progress } from './progress.js';
import { ResidentActs } from './resident-acts.js';
import { ResidentRating } from './resident-rating.js';
import { ResidentFrame } from './resident-frame.js';
import styles from './resident.module.css';

const words = messages.resident;
const required = (label: string) => written(messages.missing.fill(label));

/** How far a request has come, by its number and query code. */
export function ProgressPage(): ReactElement {
  const track = useTrackRequest();
  const [changed, setChanged] = useState<PublicCase>();
  const found = changed ?? track.data;
  const submit = ({ code, queryCode }: { code: string; queryCode: string }) =>
    track.mutate({ code: code.trim(), queryCode: queryCode.trim() }, { onSuccess: () => setChanged(undefined) });
  return (
    <ResidentFrame title={words.track}>
      <Form layout="vertical" size="large" requiredMark={false} onFinish={submit} validateTrigger="onSubmit">
        <Form.Item name="code" label={words.code} rules={required(words.code)}>
          <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} placeholder={words.codeHelp} />
        </Form.Item>
        <Form.Item name="queryCode" label={words.queryCode} rules={required(words.queryCode)}>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={track.isPending}>
          {words.lookup}
        </Button>
      </Form>
      <div className={styles['answer']} aria-live="polite">
        {track.error && <Alert type="warning" showIcon title={refusalText(track.error)} />}
        {found && <Progress of={found} />}
        {found?.state === 'open' && track.variables && (
          <ResidentActs key={found.steps.length} {...track.variables} onDone={setChanged} />
        )}
        {found?.state === 'closed' && track.variables && <ResidentRating {...track.variables} onDone={setChanged} />}
      </div>
    </ResidentFrame>
  );
}

// A wrong code and an unknown number get the same answer, so neither can be guessed apart.
function refusalText(error: Error): string {
  const unknown = error instanceof ApiProblem && [400, 401, 403, 404, 422].includes(error.status);
  return unknown ? words.notFound : problemText(error);
}
