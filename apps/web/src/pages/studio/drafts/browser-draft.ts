import type { StudioFile } from '../../../api/studio.js';

/** Under what the drafts of a person stand; those who share a browser do not share drafts. */
const prefixOf = (username: string): string => `lianban.workflow-files.${username}/`;

/** What was drawn and not deployed yet, as this browser keeps it, also after it is closed. */
export interface BrowserDraft {
  readonly name: string;
  /** The version that it was begun from; 0 for a new workflow. */
  readonly basedOn: number;
  readonly files: readonly StudioFile[];
  /** When it was last kept. */
  readonly at: string;
  /** Of the draft on the server as this browser knows it; 0 where it knows none. */
  readonly revision: number;
  /** Whether the server has it as it is here. */
  readonly synced: boolean;
}

/** What is kept of a workflow for somebody. */
export function findDraft(username: string, processKey: string): BrowserDraft | undefined {
  try {
    const text = localStorage.getItem(prefixOf(username) + processKey);
    return text === null ? undefined : (JSON.parse(text) as BrowserDraft);
  } catch {
    return undefined; // storage is switched off, or another version of this page wrote it
  }
}

/** What is kept of all workflows for somebody, the latest first. */
export function browserDrafts(username: string): readonly (BrowserDraft & { readonly key: string })[] {
  const prefix = prefixOf(username);
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
      const draft = findDraft(username, key);
      return draft ? [{ ...draft, key }] : [];
    })
    .sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** Keeps it; false where the browser has no room for it. */
export function keepDraft(username: string, processKey: string, draft: BrowserDraft): boolean {
  try {
    localStorage.setItem(prefixOf(username) + processKey, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** It was deployed, or given up. */
export function dropDraft(username: string, processKey: string): void {
  try {
    localStorage.removeItem(prefixOf(username) + processKey);
  } catch {
    // Where nothing can be kept there is nothing to drop.
  }
}
