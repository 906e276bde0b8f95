import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles as they were and as they are to be; one that somebody has changed stays as it is. */
const roles = [
  {
    codes: ['supervisor', 'leader'],
    before: 'case.read,task.read,supervision.read,joint-meeting.read,organisation.read,catalogue.read',
    after:
      'case.read,task.read,supervision.read,supervision.order,statistics.read,joint-meeting.read,organisation.read,catalogue.read',
  },
  {
    codes: ['station-head', 'general-officer'],
    before:
      'case.register,case.read,case.read-personal,task.read,task.handle,task.assign,organisation.read,catalogue.read',
    after:
      'case.register,case.read,case.read-personal,task.read,task.handle,task.assign,statistics.read,organisation.read,catalogue.read',
  },
  {
    codes: ['street-coordinator'],
    before:
      'case.register,case.read,case.read-personal,task.read,task.handle,task.assign,joint-meeting.read,organisation.read,catalogue.read',
    after:
      'case.register,case.read,case.read-personal,task.read,task.handle,task.assign,statistics.read,joint-meeting.read,organisation.read,catalogue.read',
  },
];

/** Supervisors and leaders may give supervision orders; they and heads may see statistics. */
export class SupervisionAndStatistics1795900000001 implements MigrationInterface {
  readonly name = 'SupervisionAndStatistics1795900000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const { codes, before, after } of roles)
      await runner.query('UPDATE identity.role SET permissions = $3 WHERE code = ANY($1) AND permissions = $2', [
        codes,
        `{${before}}`,
        `{${after}}`,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const permission of ['supervision.order', 'statistics.read'])
      await runner.query('UPDATE identity.role SET permissions = array_remove(permissions, $1)', [permission]);
  }
}
