import type { Attachment, HistoryEntry } from '../../api/model.js';

/** The files that whoever gave an opinion put to the case while they had the step. */
export function filesOf(
  { actor, receivedAt, at }: Pick<HistoryEntry, 'actor' | 'receivedAt' | 'at'>,
  files: readonly Attachment[],
): readonly Attachment[] {
  if (!actor || receivedAt === null) return [];
  return files.filter(({ addedBy, addedAt }) => addedBy === actor.name && addedAt >= receivedAt && addedAt <= at);
}
