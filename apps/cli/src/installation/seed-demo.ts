import { seedDemoMap, seedDemoVolunteers } from '@lianban/casework';
import { seedDemoIdentity } from '@lianban/identity';
import { seedDemoOrganisation } from '@lianban/organisation';
import { SystemClock } from '@lianban/platform';
import { demoPassword } from './demo-password.js';
import type { Installation } from './installation.js';

/**
 * Fills in the demo district with its people. Again: adds what is missing.
 *
 * @returns the password of every demo account
 */
export async function seedDemo({ config, database }: Installation): Promise<string> {
  const clock = new SystemClock();
  const password = await demoPassword(config);
  await seedDemoOrganisation(database, { clock });
  await seedDemoIdentity(database, { password, clock });
  await seedDemoVolunteers(database, { clock });
  await seedDemoMap(database, { clock });
  return password;
}
