import { useEffect, useSyncExternalStore } from 'react';
import { lookUpAnew, queryClient } from './query-client.js';

/** A window out of sight for so long stops listening, in milliseconds; coming back it looks by itself. */
const patience = 30_000;

let live = false;
let changedAt = 0;
const watchers = new Set<() => void>();

/** Whether the server tells this window what changes. */
export function isLive(): boolean {
  return live;
}

/** When the server last told that something in the inboxes changed, in milliseconds; 0 if it never did. */
export function useChangedAt(): number {
  return useSyncExternalStore(watch, () => changedAt);
}

/**
 * Listens as long as the window is in sight. Counts and the open case are looked up at once, as they do not move what
 * is read; lists are left as they are, and say that there is something new.
 */
export function useLiveUpdates(): void {
  useEffect(() => {
    let source: EventSource | undefined;
    let leaving: number | undefined;
    const close = () => {
      source?.close();
      source = undefined;
      live = false;
    };
    const follow = () => {
      window.clearTimeout(leaving);
      if (document.visibilityState === 'hidden') leaving = window.setTimeout(close, patience);
      else source ??= open();
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      window.clearTimeout(leaving);
      close();
    };
  }, []);
}

function open(): EventSource {
  const source = new EventSource('/api/v1/events');
  let interrupted = false;
  source.addEventListener('open', () => {
    live = true;
    if (interrupted) onChange('tasks', 'notices');
  });
  source.addEventListener('error', () => {
    live = false;
    interrupted = true;
  });
  source.addEventListener('changed', ({ data }) => onChange(String(data)));
  return source;
}

function onChange(...subjects: readonly string[]): void {
  if (subjects.includes('notices')) lookUpAnew('notices');
  if (!subjects.includes('tasks')) return;
  lookUpAnew('task-counts', ...(isDialogOpen() ? [] : ['case']));
  void queryClient.invalidateQueries({ queryKey: ['cases'], refetchType: 'none' });
  changedAt = Date.now();
  for (const watcher of watchers) watcher();
}

/** What somebody writes in a dialog is about the case as they see it. */
function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"]') !== null;
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
