import type { Clock, Database } from '@lianban/platform';
import { demoDistrictMap } from './demo-district-map.js';

/** Name of the setting. */
export const districtMapKey = 'district-map';

/** Puts in the outline of the demo district where none was ever put in. */
export async function seedDemoMap(database: Database, { clock }: { readonly clock: Clock }): Promise<void> {
  await database.query({
    text: `INSERT INTO casework.setting (key, value, note, valid_from)
           SELECT $1, $2, '演示数据', $3 WHERE NOT EXISTS (SELECT FROM casework.setting WHERE key = $1)`,
    values: [districtMapKey, JSON.stringify({ map: demoDistrictMap }), clock.now()],
  });
}
