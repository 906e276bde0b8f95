import { useEffect, useRef, useState } from 'react';
import { useSaveTaskDraft, useTaskDraft as useKeptDraft } from '../../api/task-drafts.js';
import type { TaskDraft } from '../../api/model.js';
import { useSettled } from '../../hooks/use-settled.js';

/** How long somebody has not typed when it is saved, in milliseconds. */
const pause = 1_000;

/**
 * Saves what somebody writes for a task while they write, and hands over what they wrote at another machine where
 * nothing was written here.
 *
 * @returns when that had been saved; undefined where nothing was handed over
 */
export function useTaskDraft(
  taskId: string,
  written: TaskDraft,
  restore: (draft: TaskDraft) => void,
): string | undefined {
  const [restoredAt, setRestoredAt] = useState<string>();
  const kept = useKeptDraft(taskId).data;
  const { mutate: save } = useSaveTaskDraft(taskId);
  const handOver = useRef({ written, restore });
  const saved = useRef(JSON.stringify(written));
  useEffect(() => {
    handOver.current = { written, restore };
  });
  useEffect(() => {
    if (!kept?.draft || !isEmpty(handOver.current.written)) return;
    saved.current = JSON.stringify(kept.draft);
    handOver.current.restore(kept.draft);
    if (kept.savedAt !== null && !isEmpty(kept.draft)) setRestoredAt(kept.savedAt);
  }, [kept]);
  const settled = useSettled(JSON.stringify(written), pause);
  useEffect(() => {
    if (settled === saved.current) return;
    saved.current = settled;
    save(JSON.parse(settled) as TaskDraft);
  }, [settled, save]);
  return restoredAt;
}

function isEmpty({ opinion, disposition, reply, values }: TaskDraft): boolean {
  return !opinion && !disposition && !reply && Object.keys(values ?? {}).length === 0;
}
