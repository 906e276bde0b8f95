import type { CaseState } from '../cases/case.js';
import type { InboxConditions } from './inbox-conditions.js';

/** 待办, 待签收, 已办, 我登记的, 抄送我. */
export type Box = 'todo' | 'claimable' | 'done' | 'registered' | 'copied';

/** Every box, in the order of the menu. */
export const boxes = ['todo', 'claimable', 'done', 'registered', 'copied'] as const satisfies readonly Box[];

/** `due`: the most urgent first; `received`: the newest first; `code`: by number. Boxes of past work are always newest first. */
export const inboxSorts = ['due', 'received', 'code'] as const;

export type InboxSort = (typeof inboxSorts)[number];

/** What a list of an inbox asks for. */
export interface InboxQuery {
  readonly box: Box;
  readonly sort: InboxSort;
  readonly limit: number;
  readonly after?: string | undefined;
  readonly q?: string | undefined;
  readonly conditions?: InboxConditions | undefined;
}

/** `paused` while the clock stands; no light without a term. */
export type Light = 'green' | 'yellow' | 'red' | 'paused';

/** One line of an inbox. In 我登记的 and 抄送我 a line is a case with the open task that is due first, if any. */
export interface InboxItem {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly category: { readonly code: string; readonly name: string } | null;
  /** Name. */
  readonly channel: string;
  /** Masked. */
  readonly residentName: string | null;
  readonly step: string | null;
  readonly elementId: string | null;
  readonly unit: string | null;
  readonly unitId: string | null;
  readonly assignee: string | null;
  readonly receivedAt: string;
  readonly dueAt: string | null;
  readonly light: Light | null;
  /** `剩 2 个工作日`. */
  readonly remaining: string | null;
  readonly suspended: boolean;
  readonly completedAt: string | null;
  readonly state: CaseState;
}

/** How many lines each box has; counting stops at 1,000. */
export type InboxCounts = Readonly<Record<Box, number>>;
