import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts are dropped, as long as they are not public. */
export class PledgeDrops1797000000113 implements MigrationInterface {
  readonly name = 'PledgeDrops1797000000113';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outreach.pledge ADD COLUMN dropped_at timestamptz,
        ADD CONSTRAINT pledge_public_stays CHECK (dropped_at IS NULL OR published_at IS NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outreach.pledge DROP COLUMN dropped_at');
  }
}
