import type { OpenPart } from '../../api/model.js';

const part = /^([0-2]\d:[0-5]\d)\s*[-–—~至]\s*([0-2]\d:[0-5]\d)$/u;

/** `08:30-12:00, 14:00-17:30`; empty where nothing is open. */
export function partsText(parts: readonly OpenPart[]): string {
  return parts.map(({ from, to }) => `${from}-${to}`).join(', ');
}

/** The parts of such a text; undefined where it cannot be read as any. */
export function readParts(text: string): OpenPart[] | undefined {
  const pieces = text.split(/[,，、;；]/u).map((piece) => piece.trim());
  const parts = pieces.filter((piece) => piece !== '').map((piece) => part.exec(piece.replaceAll('：', ':')));
  if (parts.some((found) => found === null)) return undefined;
  return parts.map((found) => ({ from: found?.[1] ?? '', to: found?.[2] ?? '' }));
}
