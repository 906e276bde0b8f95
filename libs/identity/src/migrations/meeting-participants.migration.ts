import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = '{case.read,case.read-personal,task.read,task.handle,organisation.read,catalogue.read}';
const after =
  '{case.read,case.read-personal,task.read,task.handle,joint-meeting.read,organisation.read,catalogue.read}';

/** Officers of departments see the meetings to which their unit is asked; a role that somebody has changed stays. */
export class MeetingParticipants1797000000004 implements MigrationInterface {
  readonly name = 'MeetingParticipants1797000000004';

  async up(runner: QueryRunner): Promise<void> {
    await change(runner, before, after);
  }

  async down(runner: QueryRunner): Promise<void> {
    await change(runner, after, before);
  }
}

async function change(runner: QueryRunner, from: string, to: string): Promise<void> {
  await runner.query(
    `UPDATE identity.role SET permissions = $2 WHERE code = 'department-officer' AND permissions = $1`,
    [from, to],
  );
}
