import { Inject, Injectable } from '@nestjs/common';
import { AccessService, auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { CLOCK, Database, newId, type Clock } from '@lianban/platform';
import { dispatchRuleUnknown, precedentNeedsCategory } from './dispatch.errors.js';
import type { DispatchRule, Precedent } from './dispatch-rule.js';

/**
 * The dispatch catalogue that rulings make (Longyang: a ruling settles its kind, later cases go straight through). A rule
 * tells the diagram, in its variable `precedent`, to which department a topic goes; rules for a street before those for
 * all. What was in force stays in the table.
 */
@Injectable()
export class DispatchRules {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #units: UnitService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: AccessService,
    units: UnitService,
    audit: AuditTrail,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#units = units;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The department that has a topic in a street now; undefined where no ruling says so. */
  async departmentFor(category: string, streetId: string): Promise<string | undefined> {
    const [rule] = await this.#database.query<{ id: string }>({
      name: 'casework-dispatch-rule',
      text: `SELECT department_id AS id FROM casework.dispatch_rule
             WHERE category_code = $1 AND valid_to IS NULL AND (street_id = $2 OR street_id IS NULL)
             ORDER BY street_id NULLS LAST LIMIT 1`,
      values: [category, streetId],
    });
    return rule?.id;
  }

  /** Rules in force, and the last that were, 200 at most. @throws permission-missing */
  async list(principal: Principal): Promise<DispatchRule[]> {
    this.#access.require(principal, 'catalogue.read');
    const rows = await this.#database.query<RuleRow>({
      text: `SELECT rule.id, rule.category_code AS "categoryCode", category.name AS "categoryName", street_id AS "streetId",
               street.name AS "streetName", department_id AS "departmentId", department_name AS "departmentName",
               case_id AS "caseId", file.code AS "caseCode", note, made_by_name AS "madeBy",
               rule.valid_from AS "validFrom", rule.valid_to AS "validTo"
             FROM casework.dispatch_rule rule JOIN casework.category ON category.code = rule.category_code
               JOIN casework.case_file file ON file.id = case_id
               LEFT JOIN organisation.unit street ON street.id = street_id
             ORDER BY rule.valid_to DESC NULLS FIRST, rule.valid_from DESC LIMIT 200`,
    });
    return rows.map(ruleOf);
  }

  /** Refuses a case whose ruling can be no rule. @throws precedent-needs-category */
  async requireCategory(caseId: string): Promise<void> {
    const { code, category } = await this.#fileOf(caseId);
    if (category === null) throw precedentNeedsCategory(code);
  }

  /** Makes a ruling a rule from now on, in place of the one before; once for each case. @throws precedent-needs-category */
  async add(
    principal: Principal,
    ruling: {
      readonly caseId: string;
      readonly departmentId: string;
      readonly departmentName: string;
      readonly where: Precedent;
      readonly note: string;
    },
  ): Promise<void> {
    const { code, category, firstUnitId } = await this.#fileOf(ruling.caseId);
    if (category === null) throw precedentNeedsCategory(code);
    const street = ruling.where === 'street' ? await this.#units.streetOf(firstUnitId) : undefined;
    const now = this.#clock.now();
    await this.#database.transaction(async (tx) => {
      const known = await tx.query({
        text: 'SELECT FROM casework.dispatch_rule WHERE case_id = $1 AND department_id = $2',
        values: [ruling.caseId, ruling.departmentId],
      });
      if (known.length > 0) return; // the request came again
      await tx.query({
        text: `UPDATE casework.dispatch_rule SET valid_to = $3
               WHERE category_code = $1 AND street_id IS NOT DISTINCT FROM $2 AND valid_to IS NULL`,
        values: [category, street?.id ?? null, now],
      });
      const id = newId();
      await tx.query({
        text: `INSERT INTO casework.dispatch_rule (id, category_code, street_id, department_id, department_name, case_id,
                 note, made_by, made_by_name, valid_from) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        values: [
          id,
          category,
          street?.id ?? null,
          ruling.departmentId,
          ruling.departmentName,
          ruling.caseId,
          ruling.note,
          principal.accountId,
          principal.displayName,
          now,
        ],
      });
      const detail = { category, street: street?.id ?? null, department: ruling.departmentId, case: ruling.caseId };
      const subject = { type: 'dispatch-rule', id };
      const actor = auditActor(principal);
      await this.#audit.append(tx, { actor, action: 'dispatch-rule-made', subject, result: 'done', detail });
    });
  }

  /** Ends a rule now; for who organises joint meetings. @throws permission-missing, dispatch-rule-unknown */
  async end(principal: Principal, id: string): Promise<void> {
    this.#access.require(principal, 'joint-meeting.manage');
    await this.#database.transaction(async (tx) => {
      const ended = await tx.query({
        text: 'UPDATE casework.dispatch_rule SET valid_to = $2 WHERE id::text = $1 AND valid_to IS NULL RETURNING id',
        values: [id, this.#clock.now()],
      });
      if (ended.length === 0) throw dispatchRuleUnknown(id);
      const subject = { type: 'dispatch-rule', id };
      const actor = auditActor(principal);
      await this.#audit.append(tx, { actor, action: 'dispatch-rule-ended', subject, result: 'done' });
    });
  }

  async #fileOf(caseId: string): Promise<{ code: string; category: string | null; firstUnitId: string }> {
    const [file] = await this.#database.query<{ code: string; category: string | null; firstUnitId: string }>({
      text: `SELECT code, category_code AS category, first_unit_id AS "firstUnitId" FROM casework.case_file WHERE id = $1`,
      values: [caseId],
    });
    return file ?? { code: caseId, category: null, firstUnitId: '' };
  }
}

interface RuleRow {
  readonly id: string;
  readonly categoryCode: string;
  readonly categoryName: string;
  readonly streetId: string | null;
  readonly streetName: string | null;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly caseId: string;
  readonly caseCode: string;
  readonly note: string;
  readonly madeBy: string;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

function ruleOf(row: RuleRow): DispatchRule {
  const { id, note, madeBy, streetId, streetName, validTo } = row;
  return {
    id,
    category: { code: row.categoryCode, name: row.categoryName },
    street: streetId === null ? null : { id: streetId, name: streetName ?? streetId },
    department: { id: row.departmentId, name: row.departmentName },
    case: { id: row.caseId, code: row.caseCode },
    note,
    madeBy,
    validFrom: row.validFrom.toISOString(),
    validTo: validTo?.toISOString() ?? null,
  };
}
