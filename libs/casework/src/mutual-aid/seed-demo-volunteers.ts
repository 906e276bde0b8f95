import type { Clock, Database } from '@lianban/platform';
import { keepVolunteer } from './volunteer.sql.js';

/** Demo accounts on the rosters of their stations. */
const roster: Readonly<Record<string, { readonly skills: readonly string[]; readonly area: string }>> = {
  volunteer: { skills: ['repair', 'digital'], area: '1 至 6 号楼' },
  volunteer2: { skills: ['care'], area: '南苑片区' },
  volunteer3: { skills: ['repair', 'errand'], area: '7 至 12 号楼' },
};

/** Puts the demo volunteers on rosters; needs the demo accounts. One who is on a roster already stays as they are. */
export async function seedDemoVolunteers(database: Database, { clock }: { readonly clock: Clock }): Promise<void> {
  const people = await database.query<{ id: string; username: string; name: string; unit: string }>({
    text: `SELECT account.id, username, display_name AS name, member.unit_id AS unit
           FROM identity.account JOIN organisation.membership member ON member.account_id = account.id
           WHERE username = ANY($1) AND NOT EXISTS (SELECT FROM casework.volunteer WHERE account_id = account.id)`,
    values: [Object.keys(roster)],
  });
  for (const { id: account, username, name, unit } of people) {
    const { skills = [], area = '' } = roster[username] ?? {};
    await keepVolunteer(database, { account, name, unit, skills: [...skills], area, active: true, at: clock.now() });
  }
}
