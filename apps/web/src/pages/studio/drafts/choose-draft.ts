import type { KeptWorkflowDraft } from '../../../api/model.js';
import type { BrowserDraft } from './browser-draft.js';

/**
 * With which draft one goes on: what this browser has and the server never got comes first, so that nothing is lost;
 * otherwise what the server has. What the server once had and has no more was deployed or given up elsewhere.
 */
export function chooseDraft(
  here: BrowserDraft | undefined,
  there: KeptWorkflowDraft['draft'],
): BrowserDraft | undefined {
  if (here && !here.synced) return here;
  if (!there) return undefined;
  const { name, basedOn, files, revision, savedAt } = there;
  return { name, basedOn, files, revision, at: savedAt, synced: true };
}
