import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { useClaim } from '../api/tasks.js';
import { problemText } from '../format/problem-text.js';
import { keyOf } from '../keys/keys.js';
import { messages } from '../messages/messages.js';

/** 签收: takes a waiting task; whoever comes second is told who was first. */
export function ClaimButton(props: { taskId: string; code: string; size?: 'small' | 'middle' }): ReactElement {
  const { message } = App.useApp();
  const claim = useClaim();
  return (
    <Button
      type="primary"
      {...keyOf('case', 'claim')}
      size={props.size ?? 'middle'}
      loading={claim.isPending}
      onClick={() =>
        claim.mutate(props.taskId, {
          onSuccess: () => void message.success(messages.claim.done(props.code)),
          onError: (error) => void message.warning(problemText(error)),
        })
      }
    >
      {messages.act.claim}
    </Button>
  );
}
