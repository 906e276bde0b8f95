import { useEffect, useState } from 'react';
import { useKeepCase, useKeptCase } from '../../api/case-draft.js';
import { useMe } from '../../api/session.js';
import { useDraft } from '../../hooks/use-draft.js';
import { useSettled } from '../../hooks/use-settled.js';
import type { RegisterValues } from './register-values.js';

/** How long somebody has not typed when it is kept on the server, in milliseconds. */
const pause = 1_000;

/** What is written into the form and not sent: at once in this tab, and on the server for when the browser dies. */
export interface RegisterDraft {
  /** What the form begins with; null: nothing was left. */
  readonly first: RegisterValues | null;
  readonly write: (values: RegisterValues) => void;
  readonly drop: () => void;
}

/** The draft of the form; undefined until it is known, which is waited for only as long as the server answers. */
export function useRegisterDraft(): RegisterDraft | undefined {
  const tab = useDraft<RegisterValues>(`register.${useMe().username}`);
  const [left] = useState(() => tab.load());
  const kept = useKeptCase(left === undefined);
  const { mutate: keep } = useKeepCase();
  const [written, setWritten] = useState<RegisterValues>();
  const settled = useSettled(written, pause);
  useEffect(() => {
    if (settled) keep({ ...settled });
  }, [settled, keep]);
  if (kept.isLoading && kept.failureCount === 0) return undefined;
  return {
    first: left ?? (kept.data?.draft as RegisterValues | null | undefined) ?? null, // as this form wrote it
    write: (values) => {
      tab.save(values);
      setWritten(values);
    },
    drop: () => {
      tab.drop();
      setWritten(undefined);
      keep({});
    },
  };
}
