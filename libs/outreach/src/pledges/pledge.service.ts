import { Injectable } from '@nestjs/common';
import { CatalogueService, type IdempotentRequest } from '@lianban/casework';
import { AccessService, type Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { newId, type Transaction } from '@lianban/platform';
import { PledgeActs } from './pledge-acts.service.js';
import { pledgeChanged, pledgeRefused, pledgeYearClosed } from './pledge.errors.js';
import type { Discussion, Dropping, NewPledge, PledgeChange, PledgeEnd, Progress } from './pledge.js';
import { yearOf } from './pledge.rules.js';
import {
  insertPledge,
  insertProgress,
  isReviewed,
  keepDiscussion,
  keepDropping,
  keepFinish,
  keepPublication,
  updateContent,
  type LockedPledge,
  type PledgeContent,
} from './pledge.sql.js';

/** 服务承诺: a unit drafts what it pledges (承诺), discusses it (议诺), makes it public and does it (践诺). */
@Injectable()
export class PledgeService {
  readonly #acts: PledgeActs;
  readonly #access: AccessService;
  readonly #units: UnitService;
  readonly #catalogue: CatalogueService;

  constructor(acts: PledgeActs, access: AccessService, units: UnitService, catalogue: CatalogueService) {
    this.#acts = acts;
    this.#access = access;
    this.#units = units;
    this.#catalogue = catalogue;
  }

  /** Drafts a pledge. @throws permission-missing, outside-scope, unit-unknown, pledge-refused, pledge-year-closed */
  async draft(principal: Principal, draft: NewPledge, request?: IdempotentRequest): Promise<{ readonly id: string }> {
    this.#access.require(principal, 'outreach.manage');
    return await this.#acts.begin(principal, request, async (tx) => {
      const unit = await this.#units.get(draft.unit, tx);
      this.#access.requireIn(principal, 'outreach.manage', unit.path);
      if (unit.validTo) throw pledgeRefused('unit', 'the unit has ended', '该单位已撤销');
      const content = await this.#contentOf(tx, draft);
      this.#requireToCome('dueOn', content.dueOn);
      await requireOpenYear(tx, { unitId: unit.id, unit: unit.name, year: content.year });
      const id = newId();
      await insertPledge(tx, {
        ...content,
        id,
        unit,
        draftedAt: this.#acts.now(),
        draftedBy: principal.displayName,
      });
      const subject = { type: 'pledge', id, unitId: unit.id } as const;
      return { subject, kind: 'pledge-drafted', detail: { ...content } };
    });
  }

  /**
   * Changes a draft; or, with a reason, a pledge that is being done, also to be due in a later year.
   *
   * @throws permission-missing, outside-scope, pledge-unknown, pledge-stage-wrong, pledge-changed, pledge-refused,
   *   pledge-year-closed
   */
  async change(
    principal: Principal,
    id: string,
    { version, reason, ...draft }: PledgeChange,
    request?: IdempotentRequest,
  ): Promise<void> {
    await this.#acts.on({ principal, id, act: 'change', request }, async (tx, pledge) => {
      if (pledge.version !== version) throw pledgeChanged(pledge.version);
      if (pledge.state === 'doing' && reason === '')
        throw pledgeRefused('reason', 'what is public is changed with a reason only', '已公示的承诺，请填写变更原因');
      const after = await this.#contentOf(tx, draft, pledge.category);
      if (after.dueOn !== pledge.dueOn) this.#requireToCome('dueOn', after.dueOn);
      await requireOpenYear(tx, { ...pledge, year: after.year });
      await updateContent(tx, id, after);
      const { year, pledger, title, text, category, measure, dueOn } = pledge;
      const before = { year, pledger, title, text, category, measure, dueOn };
      return { kind: 'pledge-changed', opinion: reason || undefined, detail: { before, after } };
    });
  }

  /**
   * Takes down a discussion: the draft is agreed, with the text as it was agreed, or sent back.
   *
   * @throws permission-missing, outside-scope, pledge-unknown, pledge-stage-wrong, pledge-refused
   */
  async discuss(principal: Principal, id: string, said: Discussion, request?: IdempotentRequest): Promise<void> {
    await this.#acts.on({ principal, id, act: 'discuss', request }, async (tx, pledge) => {
      this.#requirePast(said.day);
      const text = said.agreed ? (said.text ?? pledge.text) : pledge.text;
      await keepDiscussion(tx, id, { state: said.agreed ? 'discussed' : 'pledged', text });
      const { day, people } = said;
      const detail = { day, people, ...(text !== pledge.text && { before: { text: pledge.text }, after: { text } }) };
      return { kind: said.agreed ? 'pledge-discussed' : 'pledge-sent-back', opinion: said.said, detail };
    });
  }

  /** Drops a draft. @throws permission-missing, outside-scope, pledge-unknown, pledge-stage-wrong */
  async drop(principal: Principal, id: string, { reason }: Dropping, request?: IdempotentRequest): Promise<void> {
    await this.#acts.on({ principal, id, act: 'drop', request }, async (tx) => {
      await keepDropping(tx, id, this.#acts.now());
      return { kind: 'pledge-dropped', opinion: reason };
    });
  }

  /** Makes a pledge public. @throws permission-missing, outside-scope, pledge-unknown, pledge-stage-wrong, pledge-year-closed */
  async publish(principal: Principal, id: string, request?: IdempotentRequest): Promise<void> {
    await this.#acts.on({ principal, id, act: 'publish', request }, async (tx, pledge) => {
      await requireOpenYear(tx, pledge);
      await keepPublication(tx, id, this.#acts.now());
      return { kind: 'pledge-published' };
    });
  }

  /** Tells what was done for a pledge. @throws permission-missing, outside-scope, pledge-unknown, pledge-stage-wrong, pledge-refused */
  async progress(principal: Principal, id: string, entry: Progress, request?: IdempotentRequest): Promise<void> {
    await this.#acts.on({ principal, id, act: 'progress', request }, async (tx) => {
      this.#requirePast(entry.day);
      await insertProgress(tx, id, { ...entry, id: newId(), at: this.#acts.now(), by: principal.displayName });
      const { day, evidence } = entry;
      return { kind: 'pledge-progressed', opinion: entry.text, detail: { day, evidence } };
    });
  }

  /** Finishes a pledge with what was done. @throws permission-missing, outside-scope, pledge-unknown, pledge-stage-wrong, pledge-refused */
  async finish(principal: Principal, id: string, end: PledgeEnd, request?: IdempotentRequest): Promise<void> {
    await this.#acts.on({ principal, id, act: 'finish', request }, async (tx) => {
      this.#requirePast(end.day);
      await keepFinish(tx, id, end);
      return { kind: 'pledge-finished', opinion: end.result, detail: { day: end.day } };
    });
  }

  /** @param kept a topic that may stay, though it is out of use by now */
  async #contentOf(
    tx: Transaction,
    draft: Omit<NewPledge, 'unit'>,
    kept: string | null = null,
  ): Promise<PledgeContent> {
    const { pledger, title, text, measure, dueOn } = draft;
    const category = draft.category ?? null;
    if (category !== null && category !== kept && !(await this.#catalogue.findCategory(category, tx)))
      throw pledgeRefused('category', `"${category}" is no topic in use`, '请选择列表中的事项');
    return { year: yearOf(dueOn), pledger: pledger || null, title, text, category, measure, dueOn };
  }

  #requireToCome(field: string, day: string): void {
    if (day < this.#acts.today()) throw pledgeRefused(field, `${day} is over`, '兑现期限不能早于今天');
  }

  #requirePast(day: string): void {
    if (day > this.#acts.today()) throw pledgeRefused('day', `${day} is still to come`, '日期不能晚于今天');
  }
}

/** @throws pledge-year-closed */
async function requireOpenYear(
  tx: Transaction,
  { unitId, unit, year }: Pick<LockedPledge, 'unitId' | 'unit' | 'year'>,
): Promise<void> {
  if (await isReviewed(tx, unitId, year)) throw pledgeYearClosed(unit, year);
}
