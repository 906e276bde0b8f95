import type { HistoryEntry, PublicStep } from '../api/model.js';

/** What the server words itself, in Chinese: shown as it comes, and in other languages by its code or its fixed form. */
export const said = {
  /** The formula of the composite, which names rates. */
  composite: (formula: string, _rates: readonly { readonly code: string; readonly name: string }[]) => formula,
  /** The state of a case. */
  state: (name: string) => name,
  /** A role: its own name, which the installation may have given it. */
  role: (name: string) => name,
  /** A category, or that there is none. */
  category: (name: string) => name,
  /** By what cases count for a lane. */
  lanes: (formula: string) => formula,
  /** What is left of a term. */
  left: (text: string) => text,
  /** How long something took. */
  took: (text: string) => text,
  event: ({ title }: Pick<HistoryEntry, 'kind' | 'title'>) => title,
  publicStep: ({ name }: Pick<PublicStep, 'kind' | 'unit' | 'name'>) => name,
  rate: ({ name }: { readonly code: string; readonly name: string }) => name,
  /** Whether a sentence of the server can be shown. */
  readable: (text: string) => /\p{Script=Han}/u.test(text),
  formula: ({ formula }: { readonly code: string; readonly formula: string }) => formula,
};
