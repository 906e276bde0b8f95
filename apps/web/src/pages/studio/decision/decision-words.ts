import { studioWords } from '../../../messages/workflow-words.js';

/** Translates for dmn-js; what has no words stays as it is. */
export function translateDecision(template: string, replacements: Readonly<Record<string, string>> = {}): string {
  return (studioWords.tableTools[template] ?? template).replace(
    /\{\s*([^}\s]+)\s*\}/gu,
    (all, key: string) => replacements[key] ?? all,
  );
}
