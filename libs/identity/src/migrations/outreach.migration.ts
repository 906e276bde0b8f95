import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sees what units pledge and when they receive, and who keeps it for a unit, in a fresh installation. */
const roles: Readonly<Record<'outreach.read' | 'outreach.manage', readonly string[]>> = {
  'outreach.read': [
    'station-clerk',
    'station-head',
    'street-coordinator',
    'department-officer',
    'general-officer',
    'supervisor',
    'leader',
  ],
  'outreach.manage': ['station-head', 'street-coordinator', 'department-officer', 'general-officer'],
};

/** Rights over pledges and reception days. */
export class Outreach1797000000101 implements MigrationInterface {
  readonly name = 'Outreach1797000000101';

  async up(runner: QueryRunner): Promise<void> {
    for (const [permission, codes] of Object.entries(roles))
      await runner.query(
        `UPDATE identity.role SET permissions = array_append(permissions, $1)
         WHERE code = ANY($2) AND NOT permissions @> ARRAY[$1]`,
        [permission, codes],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const permission of Object.keys(roles))
      await runner.query(`UPDATE identity.role SET permissions = array_remove(permissions, $1)`, [permission]);
  }
}
