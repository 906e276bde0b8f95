import { createHash } from 'node:crypto';

/** The columns of a trail line that its hash protects, in this order for ever. */
export interface HashedLine {
  readonly caseId: string;
  readonly seq: number;
  readonly at: Date;
  readonly kind: string;
  readonly title: string;
  readonly actor: unknown;
  readonly onBehalfOf: string | null;
  readonly step: string | null;
  readonly elementId: string | null;
  readonly unit: string | null;
  readonly opinion: string | null;
  readonly detail: unknown;
  readonly receivedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly definitionKey: string | null;
  readonly definitionVersion: number | null;
  readonly previousHash: string;
}

/** SHA-256 in hex of a line and of the line before it: a changed, removed or inserted line breaks every later one. */
export function hashOfLine(line: HashedLine): string {
  const content = [
    line.caseId,
    line.seq,
    line.at.toISOString(),
    line.kind,
    line.title,
    line.actor,
    line.onBehalfOf,
    line.step,
    line.elementId,
    line.unit,
    line.opinion,
    line.detail,
    line.receivedAt?.toISOString() ?? null,
    line.finishedAt?.toISOString() ?? null,
    line.definitionKey,
    line.definitionVersion,
    line.previousHash,
  ];
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Number of the first line that does not follow from the one before it; undefined when the chain holds. */
export function firstBrokenLine(lines: readonly (HashedLine & { readonly hash: string })[]): number | undefined {
  let previous = '';
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1 || line.previousHash !== previous || line.hash !== hashOfLine(line)) return line.seq;
    previous = line.hash;
  }
  return undefined;
}

/** JSON with sorted keys: `jsonb` does not keep the order in which an object was written. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
