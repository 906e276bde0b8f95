import type { Clock, Database } from '@lianban/platform';
import { lockTree } from '../units/lock-tree.js';
import { UnitService } from '../units/unit.service.js';
import { insertContact, unitsWithoutContact } from '../contacts/unit-contact.sql.js';
import { demoContacts } from './demo-contacts.js';
import { demoDistrict } from './demo-district.js';

const asInstalled = { reason: '演示数据', setBy: { accountId: '', name: '' } };

/** Instant from which the demo units stand: long ago, so that old letters can be filed with them too. */
const foundation = new Date('2000-01-01T00:00:00Z');

/**
 * Puts the demo district into the tree, and where its units are found. What exists is left as it is, so a second call
 * changes nothing and undoes no edit.
 *
 * @returns how many units were added
 */
export async function seedDemoOrganisation(database: Database, { clock }: { clock: Clock }): Promise<number> {
  const units = new UnitService(database, clock);
  return await database.transaction(async (tx) => {
    await lockTree(tx); // processes that start together must not both find a unit missing
    const present = await units.byIds(
      demoDistrict.map((unit) => unit.id),
      tx,
    );
    const missing = demoDistrict.filter((unit) => !present.has(unit.id));
    for (const unit of missing) await units.add(tx, { ...unit, validFrom: foundation });
    for (const id of await unitsWithoutContact(tx, Object.keys(demoContacts))) {
      const contact = demoContacts[id];
      if (contact) await insertContact(tx, id, { ...contact, ...asInstalled, setAt: clock.now() });
    }
    return missing.length;
  });
}
