import type { StudioFile } from '../../../api/studio.js';
import { isTable } from './studio-files.js';

/** Where something of a decision table stands. */
export interface DecisionPlace {
  readonly file: string;
  readonly decision: { readonly id: string; readonly name: string };
  /** The rule, and which row it is, from one. */
  readonly rule?: { readonly id: string; readonly row: number };
}

/** Finds a decision, a rule or another part of one by its id. */
export function findDecisionPlace(files: readonly StudioFile[], id: string): DecisionPlace | undefined {
  for (const { name, content } of files.filter(isTable)) {
    if (!content.includes(`"${id}"`)) continue;
    const document = new DOMParser().parseFromString(content, 'application/xml');
    const element = [...document.getElementsByTagName('*')].find((each) => each.getAttribute('id') === id);
    const decision = element && within(element, 'decision');
    if (!decision) continue;
    const rule = within(element, 'rule');
    const row = rule ? [...decision.getElementsByTagNameNS('*', 'rule')].indexOf(rule) + 1 : 0;
    const decisionId = decision.getAttribute('id') ?? '';
    return {
      file: name,
      decision: { id: decisionId, name: decision.getAttribute('name') ?? decisionId },
      ...(rule && { rule: { id: rule.getAttribute('id') ?? '', row } }),
    };
  }
  return undefined;
}

function within(element: Element, name: string): Element | undefined {
  for (let each: Element | null = element; each; each = each.parentElement) if (each.localName === name) return each;
  return undefined;
}
