import { useMemo } from 'react';

const prefix = 'lianban.draft.';

/** Typed-in text that must survive an expired session; kept in this browser tab only. */
export interface Draft<T> {
  load(): T | undefined;
  save(value: T): void;
  drop(): void;
}

/** The draft kept under a name. */
export function useDraft<T>(name: string): Draft<T> {
  return useMemo(() => {
    const key = prefix + name;
    return {
      load: () => parse<T>(sessionStorage.getItem(key)),
      save: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
      drop: () => sessionStorage.removeItem(key),
    };
  }, [name]);
}

/** Forgets every draft, at sign-out. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

function parse<T>(text: string | null): T | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined; // written by another version of this page; a draft is not worth an error
  }
}
