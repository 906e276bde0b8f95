import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who keeps the roster of volunteers of a station in a fresh installation. */
const keepers = ['station-head', 'street-coordinator'];

/** Volunteers take what a station offers them and see nothing else; who answers for a station keeps its roster. */
export class Volunteers1797000000140 implements MigrationInterface {
  readonly name = 'Volunteers1797000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO identity.role (code, name, permissions, excludes)
       VALUES ('volunteer', '志愿者', '{mutual-aid.help}', '{}') ON CONFLICT (code) DO NOTHING`,
    );
    await runner.query(
      `UPDATE identity.role SET permissions = array_append(permissions, 'volunteers.manage')
       WHERE code = ANY($1) AND NOT permissions @> ARRAY['volunteers.manage']`,
      [keepers],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE identity.role SET permissions = array_remove(permissions, 'volunteers.manage')`);
    await runner.query(`DELETE FROM identity.role_grant WHERE role_code = 'volunteer'`);
    await runner.query(`DELETE FROM identity.role WHERE code = 'volunteer'`);
  }
}
