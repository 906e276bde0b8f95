import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles that answer for a unit in a fresh installation. */
const roles = ['station-head', 'street-coordinator', 'department-officer', 'general-officer', 'meeting-secretary'];

/** Who answers for a unit acknowledges bulletins and talks about it. */
export class SupervisionAnswers1797000000042 implements MigrationInterface {
  readonly name = 'SupervisionAnswers1797000000042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE identity.role SET permissions = array_append(permissions, 'supervision.answer')
       WHERE code = ANY($1) AND NOT permissions @> ARRAY['supervision.answer']`,
      [roles],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE identity.role SET permissions = array_remove(permissions, 'supervision.answer')`);
  }
}
