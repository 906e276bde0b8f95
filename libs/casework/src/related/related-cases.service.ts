import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { CaseAccess } from '../cases/case-access.js';
import { caseStateNames } from '../cases/case.js';
import { StatisticsSettingsService } from '../settings/statistics-settings.service.js';
import { relatedCases } from './related.sql.js';
import type { RelatedCase } from './related.js';

/** Finds what else is known of the matter of a case. */
@Injectable()
export class RelatedCases {
  readonly #database: Database;
  readonly #cases: CaseAccess;
  readonly #access: AccessService;
  readonly #settings: StatisticsSettingsService;

  constructor(database: Database, cases: CaseAccess, access: AccessService, settings: StatisticsSettingsService) {
    this.#database = database;
    this.#cases = cases;
    this.#access = access;
    this.#settings = settings;
  }

  /**
   * Cases of the same resident, of the same place, and like ones; that two cases are of one resident is told only to who
   * may see residents.
   *
   * @throws permission-missing, case-unknown
   */
  async of(principal: Principal, caseId: string): Promise<RelatedCase[]> {
    await this.#cases.require(principal, caseId);
    const { likeness } = (await this.#settings.current()).hotMatters;
    const may = this.#access.can(principal, 'case.read-personal');
    const people = may ? this.#access.unitScope(principal, 'case.read-personal').unitIds : null;
    const asked = { caseId, atLeast: likeness, people };
    const rows = await relatedCases(this.#database, asked, this.#cases.scopeOf(principal));
    return rows.map((row) => ({
      ...row,
      stateName: caseStateNames[row.state],
      receivedAt: row.receivedAt.toISOString(),
    }));
  }
}
