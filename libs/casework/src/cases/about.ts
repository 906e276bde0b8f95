import type { Unit, UnitService } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
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
  const [about] = await tx.query<{ path: string }>({
    name: 'casework-about',
    text: `SELECT unit.path FROM casework.case_file file JOIN organisation.unit ON unit.id = file.about_unit_id
           WHERE file.id = $1`,
    values: [caseId],
  });
  if (about && concerns(about, unit)) throw unitRefused(field, '诉求反映的就是这个单位，应当回避');
  return unit;
}
