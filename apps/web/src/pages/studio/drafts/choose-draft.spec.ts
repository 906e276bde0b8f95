import { describe, expect, it } from '@jest/globals';
import type { BrowserDraft } from './browser-draft.js';
import { chooseDraft } from './choose-draft.js';

const files = (content: string) => [{ name: 'a.bpmn', content }];
const at = '2026-03-02T01:00:00.000Z';
const here: BrowserDraft = { name: '甲', basedOn: 2, files: files('here'), at, revision: 3, synced: true };
const there = { name: '甲', basedOn: 2, files: files('there'), revision: 4, savedAt: at };

describe('opening a workflow that one has changed', () => {
  it('goes on with what the server has, whatever machine it came from', () => {
    expect(chooseDraft(undefined, there)).toEqual({ ...here, files: files('there'), revision: 4 });
    expect(chooseDraft(here, there)?.files).toEqual(files('there'));
  });

  it('goes on with what only this browser has, and with the revision that it knows, so that a clash is seen', () => {
    expect(chooseDraft({ ...here, synced: false }, there)).toEqual({ ...here, synced: false });
    expect(chooseDraft({ ...here, synced: false }, null)?.files).toEqual(files('here'));
  });

  it('begins anew where the draft was deployed or given up at another machine', () => {
    expect(chooseDraft(here, null)).toBeUndefined();
    expect(chooseDraft(undefined, null)).toBeUndefined();
  });
});
