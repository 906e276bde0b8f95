import type { Problem } from '@lianban/bpmn';
import { studioWords } from '../../../messages/workflow-words.js';

/** A problem in words; the checker's own where there are none for it. */
export function problemText({ code, message }: Problem): string {
  const words = studioWords.problems[code];
  if (words === undefined) return message;
  const quoted = [...message.matchAll(/"([^"]*)"/gu)].map(([, text = '']) => text);
  return typeof words === 'string' ? words : words(quoted);
}
