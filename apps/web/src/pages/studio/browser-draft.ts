const prefix = 'lianban.workflow-draft.';

/** A diagram that was changed and not deployed yet; kept in this browser only, also after it is closed. */
export interface BrowserDraft {
  /** The version that it was begun from. */
  readonly basedOn: number;
  readonly content: string;
  /** When it was last kept. */
  readonly at: string;
}

/** What is kept of a workflow. */
export function findDraft(processKey: string): BrowserDraft | undefined {
  try {
    const text = localStorage.getItem(prefix + processKey);
    return text === null ? undefined : (JSON.parse(text) as BrowserDraft);
  } catch {
    return undefined; // storage is switched off, or another version of this page wrote it
  }
}

/** What is kept of all workflows, the latest first. */
export function browserDrafts(): readonly { readonly key: string; readonly at: string }[] {
  let keys: readonly string[] = [];
  try {
    keys = Object.keys(localStorage);
  } catch {
    // Storage is switched off, so nothing is kept.
  }
  return keys
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => {
      const key = name.slice(prefix.length);
      const draft = findDraft(key);
      return draft ? [{ key, at: draft.at }] : [];
    })
    .sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** Keeps it; false where the browser has no room for it. */
export function keepDraft(processKey: string, draft: BrowserDraft): boolean {
  try {
    localStorage.setItem(prefix + processKey, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** It was deployed, or given up. */
export function dropDraft(processKey: string): void {
  try {
    localStorage.removeItem(prefix + processKey);
  } catch {
    // Where nothing can be kept there is nothing to drop.
  }
}
