import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { idsOfPath, UnitService, type Unit } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { actRefused, caseUnknown } from '../casework.errors.js';
import { unitNamed } from './about.js';
import { CaseAccess } from './case-access.js';
import { findCase, lockCase, type CaseRecord } from './case-record.sql.js';
import { involveUnits } from './case.sql.js';

/** Brings units into a case beside its own way, e.g. to come and look at it together. */
@Injectable()
export class CaseUnits {
  readonly #cases: CaseAccess;
  readonly #units: UnitService;

  constructor(cases: CaseAccess, units: UnitService) {
    this.#cases = cases;
    this.#units = units;
  }

  /** The open case with this code or id, locked, for who may read it. @throws permission-missing, case-unknown, case-ended */
  async openCase(tx: Transaction, principal: Principal, text: string): Promise<CaseRecord> {
    const found = await findCase(tx, text);
    if (!found) throw caseUnknown(text);
    await this.#cases.require(principal, found.id, tx);
    const file = await lockCase(tx, found.id);
    if (file.state !== 'open') throw actRefused('case-ended', `${file.code} is over, so nobody has to come for it.`);
    return file;
  }

  /**
   * Units by their ids, whose people may read the case from now on; none that it complains of.
   *
   * @throws unit-refused at the field
   */
  async bringIn(tx: Transaction, caseId: string, ids: readonly string[], field: string): Promise<Unit[]> {
    const units: Unit[] = [];
    for (const id of new Set(ids)) units.push(await unitNamed(tx, this.#units, { caseId, id, field }));
    await involveUnits(
      tx,
      caseId,
      units.flatMap(({ path }) => idsOfPath(path)),
    );
    return units;
  }
}
