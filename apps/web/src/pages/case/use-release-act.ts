import { App } from 'antd';
import { useRelease } from '../../api/tasks.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';

/** 释放: gives a task back to its unit, and says so. */
export function useReleaseAct(taskId: string): { readonly release: () => void; readonly isPending: boolean } {
  const { message } = App.useApp();
  const { mutate, isPending } = useRelease();
  const release = () =>
    mutate(taskId, {
      onSuccess: () => void message.success(messages.claim.released),
      onError: (error) => void message.warning(problemText(error)),
    });
  return { release, isPending };
}
