import type { Database, Transaction } from '@lianban/platform';
import type { Volunteer, VolunteerDraft } from './volunteer.js';

/** What volunteers can do, in the order of the screen. */
export async function volunteerSkills(
  db: Database | Transaction,
): Promise<{ readonly code: string; readonly name: string }[]> {
  return await db.query({
    name: 'casework-volunteer-skills',
    text: 'SELECT code, name FROM casework.volunteer_skill WHERE active ORDER BY position, code',
  });
}

/** A page of the rosters of the stations under these paths, in the order of accounts. */
export async function volunteersUnder(
  db: Database,
  query: {
    readonly paths: readonly string[];
    readonly unit: string | undefined;
    readonly after: string | undefined;
    readonly limit: number;
  },
): Promise<Volunteer[]> {
  return await db.query({
    name: 'casework-volunteers-under',
    text: `WITH page AS (
             SELECT volunteer.*, unit.name AS unit_name
             FROM casework.volunteer JOIN organisation.unit ON unit.id = volunteer.unit_id
             WHERE unit.path LIKE ANY($1::text[]) AND ($2::text IS NULL OR unit.id = $2)
               AND ($3::uuid IS NULL OR account_id > $3)
             ORDER BY account_id LIMIT $4)
           SELECT account_id AS account, account_name AS name, unit_id AS unit, unit_name AS "unitName", area, active,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name) ORDER BY position, code), '[]')
               FROM casework.volunteer_skill WHERE code = ANY(skills)) AS skills,
             (SELECT count(*)::int FROM casework.step WHERE assignee_id = account_id AND properties ? 'volunteers'
               AND step.state = 'open') AS open,
             (SELECT count(*)::int FROM casework.step JOIN casework.side_process side ON side.id = instance_id
               WHERE assignee_id = account_id AND properties ? 'volunteers' AND properties ->> 'volunteers' = 'help'
                 AND side.outcome = 'solved') AS solved
           FROM page ORDER BY account_id`,
    values: [query.paths.map((path) => `${path}%`), query.unit ?? null, query.after ?? null, query.limit],
  });
}

/** How an account stands on a roster, locked. */
export async function lockVolunteer(
  tx: Transaction,
  account: string,
): Promise<(VolunteerDraft & Pick<Volunteer, 'name'>) | undefined> {
  const [row] = await tx.query<VolunteerDraft & Pick<Volunteer, 'name'>>({
    name: 'casework-lock-volunteer',
    text: `SELECT account_name AS name, unit_id AS unit, skills, area, active
           FROM casework.volunteer WHERE account_id = $1 FOR UPDATE`,
    values: [account],
  });
  return row;
}

/** Puts somebody on a roster, or changes how they stand there. */
export async function keepVolunteer(
  db: Database | Transaction,
  {
    account,
    name,
    unit,
    skills,
    area,
    active,
    at,
  }: VolunteerDraft & Pick<Volunteer, 'account' | 'name'> & { readonly at: Date },
): Promise<void> {
  await db.query({
    name: 'casework-keep-volunteer',
    text: `INSERT INTO casework.volunteer (account_id, account_name, unit_id, skills, area, active, changed_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (account_id) DO UPDATE SET account_name = excluded.account_name, unit_id = excluded.unit_id, skills = excluded.skills,
             area = excluded.area, active = excluded.active, changed_at = excluded.changed_at`,
    values: [account, name, unit, skills, area, active, at],
  });
}

/** Offers nothing more to somebody who leaves; they stay on the roster for what they did. */
export async function leaveRoster(tx: Transaction, account: string, at: Date): Promise<void> {
  await tx.query({
    name: 'casework-leave-roster',
    text: 'UPDATE casework.volunteer SET active = false, changed_at = $2 WHERE account_id = $1 AND active',
    values: [account, at],
  });
}

/** Which of these accounts are on a roster. */
export async function rosteredAmong(db: Database, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string }>({
    name: 'casework-rostered-among',
    text: 'SELECT account_id AS id FROM casework.volunteer WHERE account_id = ANY($1::uuid[])',
    values: [accounts],
  });
  return new Set(rows.map(({ id }) => id));
}
