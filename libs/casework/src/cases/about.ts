import type { Unit, UnitService } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { poolsOfUnit } from '../tasks/pools.rules.js';
import { unitRefused } from '../casework.errors.js';
import { concerns } from './about.rules.js';

/** Who handles instead of a unit that is complained of: the street above a station, the backstop above all others. */
export async function insteadOf(units: UnitService, about: Unit, tx?: Transaction): Promise<Unit> {
  const street = about.kind === 'station' ? await units.streetOf(about.id, tx) : undefined;
  return street ?? (await units.backstop(about.id, tx));
}

/**
 * The unit that somebody names to bring it into a case: it stands, and the case does not complain of it.
 *
 * @throws unit-refused at the field
 */
export async function unitNamed(
  tx: Transaction,
  units: UnitService,
  { caseId, id, field = 'unit' }: { readonly caseId: string; readonly id: string; readonly field?: string },
): Promise<Unit> {
  const unit = await units.find(id, tx);
  if (!unit || unit.validTo) throw unitRefused(field, '没有这个单位');
  const about = await aboutOf(tx, caseId);
  if (about && concerns(about, unit)) throw unitRefused(field, '诉求反映的就是这个单位，应当回避');
  return unit;
}

/** Who handles instead of a unit of which the case complains, as a whole unit; undefined where it does not. */
export async function standingAbout(
  tx: Transaction,
  units: UnitService,
  caseId: string,
  unit: Unit,
): Promise<{ readonly unit: Unit; readonly pools: readonly string[] } | undefined> {
  const about = await aboutOf(tx, caseId);
  if (!about || !concerns(about, unit)) return undefined;
  const instead = await insteadOf(units, await units.get(about.id, tx), tx);
  return { unit: instead, pools: poolsOfUnit(instead.id) };
}

/** The unit that the case complains of, or who goes on with what was its. */
async function aboutOf(tx: Transaction, caseId: string): Promise<{ id: string; path: string } | undefined> {
  const [about] = await tx.query<{ id: string; path: string }>({
    name: 'casework-about',
    text: `SELECT unit.id, unit.path FROM casework.case_file file JOIN organisation.unit ON unit.id = organisation.standing_unit(file.about_unit_id)
           WHERE file.id = $1`,
    values: [caseId],
  });
  return about;
}
