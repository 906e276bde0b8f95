import type { LegalHoldView } from '../retention/retention.js';
import type { Historic } from '../historic/historic.js';
import type { RecusedPerson } from '../recusals/recusal.js';
import type { ClosingNeed } from '../service-record/service-record.js';
import type { Lane } from '../mutual-aid/lane.sql.js';
import type { SideView } from '../sides/side-query.service.js';
import type { FigureQuery } from '../statistics/figure.js';
import type { Light } from '../tasks/inbox.js';
import type { TaskOutcome } from '../tasks/step.js';
import type { CaseLevel, CaseState } from './case.js';

/** A code with its name on the screen. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** A case in a list. `unit`, `dueAt` and the light are those of the open task that is due first. */
export interface CaseListItem {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly category: Named | null;
  /** It is about a long-standing matter. */
  readonly historic: boolean;
  readonly state: CaseState;
  readonly level: CaseLevel | null;
  readonly unit: string | null;
  readonly receivedAt: string;
  readonly dueAt: string | null;
  readonly light: Light | null;
  readonly remaining: string | null;
}

/** An open task of a case, with what the asker may do about it. */
export interface CaseTask {
  readonly id: string;
  readonly elementId: string;
  readonly name: string;
  readonly unit: string | null;
  readonly assignee: string | null;
  readonly receivedAt: string;
  readonly dueAt: string | null;
  readonly light: Light | null;
  readonly remaining: string | null;
  readonly outcomes: readonly TaskOutcome[];
  /** It has a form to fill in. */
  readonly hasForm: boolean;
  readonly canClaim: boolean;
  readonly canRelease: boolean;
  readonly canComplete: boolean;
  /** Take down what the resident says: it is a callback that the asker holds. */
  readonly canRate: boolean;
  /** Hand it over to somebody else. */
  readonly canTransfer: boolean;
  /** Step aside from the case. */
  readonly canRecuse: boolean;
}

/** Another case, as far as a line names it. */
export interface CaseRef {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** A whole case. Personal data is masked. */
export interface CaseView {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly channel: Named;
  /** What the resident comes with. */
  readonly kind: Named | null;
  /** The campaign for which it was registered. */
  readonly campaign: Named | null;
  /** It is about a long-standing matter; null: nobody said so. */
  readonly historic: Historic | null;
  readonly category: Named | null;
  readonly address: string | null;
  readonly station: { readonly id: string; readonly name: string } | null;
  readonly resident: { readonly name: string; readonly phone: string | null } | null;
  readonly anonymous: boolean;
  /** Version of the notice of how personal data is used that the resident read; null: none was shown. */
  readonly notice: number | null;
  readonly urgency: 'normal' | 'urgent';
  readonly state: CaseState;
  readonly stateName: string;
  readonly level: CaseLevel | null;
  /** In which of the three ways it is handled, or was. */
  readonly lane: Lane;
  readonly registeredBy: { readonly name: string } | null;
  readonly firstUnit: { readonly id: string; readonly name: string };
  /** The unit that is responsible: the one asked first, until another accepts the case. */
  readonly owner: { readonly id: string; readonly name: string };
  /** What closing it needs beside an opinion. */
  readonly closingNeeds: readonly ClosingNeed[];
  /** The unit that is complained of; it steps aside. */
  readonly about: { readonly id: string; readonly name: string } | null;
  /** Who steps aside from it. */
  readonly recused: readonly RecusedPerson[];
  readonly receivedAt: string;
  readonly closedAt: string | null;
  readonly definition: { readonly key: string; readonly version: number; readonly name: string } | null;
  readonly tasks: readonly CaseTask[];
  /** How the matter was settled last. */
  readonly disposition: Named | null;
  /** What the resident was told last. */
  readonly reply: string | null;
  /** Why it was not handled here. */
  readonly exit: Named | null;
  /** The case with which it is handled. */
  readonly mergedInto: CaseRef | null;
  /** Cases that are handled with it. */
  readonly merged: readonly CaseRef[];
  /** What goes on beside the case's own way. */
  readonly sides: readonly SideView[];
  /** Whether the asker may take it up again now. */
  readonly canReopen: boolean;
  /** Whether the asker may handle it by itself again. */
  readonly canSeparate: boolean;
  /** Whether the asker may take it back now. */
  readonly canWithdraw: boolean;
  /** Whether the asker may say that it is about a long-standing matter, or that it is not. */
  readonly canMarkHistoric: boolean;
  /** Why the personal data are kept beyond their term. */
  readonly legalHold: LegalHoldView | null;
  /** The personal data are gone, as their term was over. */
  readonly anonymised: boolean;
  /** Whether the asker may hold the personal data, or let them go. */
  readonly canHold: boolean;
  readonly returns: number;
  readonly escalations: number;
}

/** What a list of cases asks for. */
export interface CaseQuery extends Partial<FigureQuery> {
  readonly q?: string | undefined;
  readonly state?: CaseState | undefined;
  /** Code of a campaign. */
  readonly campaign?: string | undefined;
  /** True: about long-standing matters only. */
  readonly historic?: boolean | undefined;
  /** That this unit, or one below it, ever held. */
  readonly unit?: string | undefined;
  /** Received from this instant on. */
  readonly since?: string | undefined;
  /** Received before this instant. */
  readonly before?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** A code with its name, where there is one. */
export function namedOf(code: string | null, name: string | null): { code: string; name: string } | null {
  return code === null || name === null ? null : { code, name };
}
