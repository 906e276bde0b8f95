import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles as they were and as they are to be; one that somebody has changed stays as it is. */
const roles = [
  ['system-administrator', 'system.manage,organisation.read', 'system.manage,people.read,organisation.read'],
  ['security-administrator', 'grants.manage,organisation.read', 'grants.manage,people.read,organisation.read'],
] as const;

/** Who keeps accounts and who gives roles see the people of the district. */
export class PeopleRead1797000000055 implements MigrationInterface {
  readonly name = 'PeopleRead1797000000055';

  async up(runner: QueryRunner): Promise<void> {
    for (const [code, before, after] of roles)
      await runner.query('UPDATE identity.role SET permissions = $3 WHERE code = $1 AND permissions = $2', [
        code,
        `{${before}}`,
        `{${after}}`,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE identity.role SET permissions = array_remove(permissions, 'people.read')`);
  }
}
