import { useEffect, useSyncExternalStore } from 'react';
import { lookUpAnew, queryClient } from './query-client.js';

/** A window out of sight for so long stops listening, in milliseconds; coming back it looks by itself. */
const patience = 30_000;

/** A stream that is interrupted for less is opened anew before anybody need know, in milliseconds. */
const grace = 15_000;

let live = false;
let silent = false;
let changedAt = 0;
let missing: number | undefined;
const watchers = new Set<() => void>();

/** Whether the server tells this window what changes. */
export function isLive(): boolean {
  return live;
}

/** Whether the server has been silent for longer than it takes to open the stream anew. */
export function useSilence(): boolean {
  return useSyncExternalStore(watch, () => silent);
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
      setSilent(false);
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
    setSilent(false);
    if (interrupted) onChange('tasks', 'notices', 'workflows');
  });
  source.addEventListener('error', () => {
    live = false;
    interrupted = true;
    missing ??= window.setTimeout(() => setSilent(true), grace);
  });
  source.addEventListener('changed', ({ data }) => onChange(String(data)));
  return source;
}

function setSilent(value: boolean): void {
  window.clearTimeout(missing);
  missing = undefined;
  if (silent === value) return;
  silent = value;
  for (const watcher of watchers) watcher();
}

function onChange(...subjects: readonly string[]): void {
  if (subjects.includes('notices')) lookUpAnew('notices');
  if (subjects.includes('workflows')) lookUpAnew('workflow-presence', 'workflows');
  if (!subjects.includes('tasks')) return;
  lookUpAnew('task-counts', 'home', ...(isDialogOpen() ? [] : ['case']));
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
