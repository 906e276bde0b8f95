import { Inject, Injectable } from '@nestjs/common';
import { EngineCalendars, JournalService, type InstanceJournal } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import { CaseAccess } from '../cases/case-access.js';
import { TermTexts } from '../terms/term-texts.js';
import { contactTermOf } from './contact-term.rules.js';
import { termsOf, type OwnedTerm } from './term-ledger.rules.js';
import { termsOfCase, type TermStep } from './term-ledger.sql.js';
import type { CountedTerm, LedgerTerm } from './term-ledger.js';

/** Tells of every term of a case how it was counted and what happened to its clock (办理时限台账). */
@Injectable()
export class TermLedgers {
  readonly #database: Database;
  readonly #cases: CaseAccess;
  readonly #journals: JournalService;
  readonly #calendars: EngineCalendars;
  readonly #texts: TermTexts;
  readonly #clock: Clock;

  constructor(
    database: Database,
    cases: CaseAccess,
    journals: JournalService,
    calendars: EngineCalendars,
    texts: TermTexts,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#cases = cases;
    this.#journals = journals;
    this.#calendars = calendars;
    this.#texts = texts;
    this.#clock = clock;
  }

  /** Every term of the case and of what goes on beside it, the earliest first. @throws permission-missing, case-unknown */
  async of(principal: Principal, caseId: string): Promise<LedgerTerm[]> {
    await this.#cases.require(principal, caseId);
    const { steps, contact } = await termsOfCase(this.#database, caseId);
    const journals = await this.#journals.ofInstances([...new Set(steps.map(({ instanceId }) => instanceId))]);
    const first = contact && contactTermOf(contact, this.#clock.now());
    const about = { kind: 'contact', step: null, unit: contact?.unit ?? null, holder: null, definition: null } as const;
    return [
      ...(first ? [this.#viewOf(first, { ...about, id: `${caseId}.contact` })] : []),
      ...journals.flatMap((journal) => termsOf(journal).map((term) => this.#ofStep(term, journal, steps))),
    ].sort((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
  }

  #ofStep(owned: OwnedTerm, { instanceId, definition }: InstanceJournal, steps: readonly TermStep[]): LedgerTerm {
    const { owner, ...term } = owned;
    const under = steps.filter((step) => step.instanceId === instanceId && step.termKey === owner);
    const { key, name, version } = definition;
    return this.#viewOf(term, {
      id: `${instanceId}.${owner}.${term.startedAt}`,
      kind: 'step',
      step: under[0]?.name ?? null,
      unit: under.at(-1)?.unit ?? null,
      holder: under.at(-1)?.holder ?? null,
      definition: { key, name, version },
    });
  }

  #viewOf(
    term: CountedTerm,
    about: Pick<LedgerTerm, 'id' | 'kind' | 'step' | 'unit' | 'holder' | 'definition'>,
  ): LedgerTerm {
    const { current } = this.#calendars;
    const { calendarId, dueAt, endedAt, state } = term;
    const calendar = calendarId !== null && current.has(calendarId) ? current.get(calendarId).definition : undefined;
    const until = endedAt === null ? this.#clock.now() : new Date(endedAt);
    return {
      ...term,
      ...about,
      calendar: calendar?.name ?? null,
      workingTime: calendar?.kind === 'working',
      left:
        state === 'running' || state === 'met'
          ? this.#texts.remaining({ dueAt: new Date(dueAt), calendarId }, until)
          : null,
    };
  }
}
