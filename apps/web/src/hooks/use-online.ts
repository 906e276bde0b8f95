import { useSyncExternalStore } from 'react';

/** Whether the computer has a network at all, as its browser knows. */
export function useOnline(): boolean {
  return useSyncExternalStore(watch, () => navigator.onLine);
}

function watch(onChange: () => void): () => void {
  for (const event of ['online', 'offline'] as const) window.addEventListener(event, onChange);
  return () => {
    for (const event of ['online', 'offline'] as const) window.removeEventListener(event, onChange);
  };
}
