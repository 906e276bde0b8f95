import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../../api/problem.js';
import { useMe } from '../../../api/session.js';
import type { StudioFile } from '../../../api/studio.js';
import { findWorkflowDraft, saveWorkflowDraft } from '../../../api/workflow-drafts.js';
import { keepDraft } from './browser-draft.js';
import type { Keeping } from './draft-state.js';

/** How long after the last change it is kept in this browser, in milliseconds. */
const rest = 800;
/** How long after that it is sent to the server. */
const restOfServer = 1_200;
/** How long after a failure it is sent again. */
const patience = 15_000;

/** Of which workflow a draft is, and how it stood when the editor was opened. */
export interface DraftOrigin {
  readonly processKey: string;
  readonly name: string;
  readonly basedOn: number;
  readonly revision: number;
}

interface Autosave {
  readonly keeping: Keeping;
  /** Puts what is here in the place of what one drew elsewhere. */
  readonly overwrite: () => void;
}

/** Keeps what is changed, at once in this browser and soon on the server; `changes` counts what was changed. */
export function useAutosave(
  { processKey, name, basedOn, revision }: DraftOrigin,
  files: (() => Promise<readonly StudioFile[]>) | undefined,
  changes: number,
): Autosave {
  const { username } = useMe();
  const [keeping, setKeeping] = useState<Keeping>({ kept: 0, refused: 0, sent: 0 });
  const [attempt, setAttempt] = useState(0);
  const known = useRef(revision);
  /** What this browser keeps, and of which change. */
  const last = useRef<{ readonly content: readonly StudioFile[]; readonly change: number }>(undefined);
  const sending = useRef(Promise.resolve());
  const keep = useCallback(
    (content: readonly StudioFile[], synced: boolean) => {
      const at = new Date().toISOString();
      return keepDraft(username, processKey, { name, basedOn, files: content, at, revision: known.current, synced });
    },
    [username, processKey, name, basedOn],
  );
  const send = useCallback(
    async (content: readonly StudioFile[], change: number) => {
      const draft = { name, basedOn, files: [...content], revision: known.current };
      known.current = (await saveWorkflowDraft(processKey, draft)).revision;
      // What was kept here while it was sent is newer, and belongs to the new revision all the same.
      const newer = last.current && last.current.change > change ? last.current.content : undefined;
      keep(newer ?? content, newer === undefined);
      setKeeping((was) => ({ ...was, sent: change, unsent: undefined }));
    },
    [processKey, name, basedOn, keep],
  );
  const { kept, refused, sent, unsent } = keeping;

  useEffect(() => {
    if (!files || changes === kept || changes === refused || changes === 0) return;
    return later(rest, async () => {
      const content = await files().catch(() => undefined);
      const done = content !== undefined && keep(content, false);
      if (done) last.current = { content, change: changes };
      setKeeping((was) => (done ? { ...was, kept: changes, refused: 0 } : { ...was, refused: changes }));
    });
  }, [files, keep, changes, kept, refused]);

  useEffect(() => {
    if (!files || changes === sent || changes === 0 || unsent === 'moved') return;
    if (changes !== kept && changes !== refused) return; // first this browser
    return later(unsent === 'failed' ? patience : restOfServer, async () => {
      await sending.current;
      sending.current = files()
        .then((content) => send(content, changes))
        .catch((error: unknown) => {
          const moved = error instanceof ApiProblem && error.code === 'workflow-draft-moved';
          setKeeping((was) => ({ ...was, unsent: moved ? 'moved' : 'failed' }));
          setAttempt((count) => count + 1);
        });
      await sending.current;
    });
  }, [files, send, changes, kept, refused, sent, unsent, attempt]);

  const overwrite = useCallback(() => {
    findWorkflowDraft(processKey).then(
      ({ draft }) => {
        known.current = draft?.revision ?? 0;
        setKeeping((was) => ({ ...was, unsent: undefined }));
      },
      (error: unknown) => console.error('draft not found', error),
    );
  }, [processKey]);
  return { keeping, overwrite };
}

/** Does something after a rest, unless it is called off; a failure is told to the console, the page tells what stands. */
function later(wait: number, run: () => Promise<void>): () => void {
  const timer = setTimeout(() => {
    run().catch((error: unknown) => console.error('draft not kept', error));
  }, wait);
  return () => clearTimeout(timer);
}
