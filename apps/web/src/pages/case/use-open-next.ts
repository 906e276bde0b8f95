import { App } from 'antd';
import { useNavigate } from 'react-router';
import { usePreferences } from '../../api/preferences.js';
import { nextTask } from '../../api/tasks.js';
import { messages } from '../../messages/messages.js';

/** Opens what is due next once a task of a case is done, for who wants it so. */
export function useOpenNext(caseId: string): () => void {
  const wanted = usePreferences()?.completing.openNext ?? false;
  const navigate = useNavigate();
  const { message } = App.useApp();
  const open = async () => {
    const next = await nextTask(caseId);
    if (!next) void message.info(messages.desk.settings.noNext);
    await navigate(next ? `/cases/${next.caseId}` : '/inbox/todo');
  };
  return () => {
    // Where it cannot be found, the case stays open with its link to the next one.
    if (wanted) open().catch(() => undefined);
  };
}
