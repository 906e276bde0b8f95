import { studioWords } from '../../../messages/workflow-words.js';

/** Translates for bpmn-js; what has no words stays as it is. */
export function translate(template: string, replacements: Readonly<Record<string, string>> = {}): string {
  return (studioWords.tools[template] ?? template).replace(
    /\{([^}]+)\}/gu,
    (all, key: string) => replacements[key] ?? all,
  );
}
