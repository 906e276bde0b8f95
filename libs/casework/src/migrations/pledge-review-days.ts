import type { MigrationInterface, QueryRunner } from 'typeorm';
import { actLimitSeeds } from '../acts/act-limits.data.js';

/** By when a year's pledges are reviewed is for administrators to say. A fresh installation has it from the list. */
export class PledgeReviewDays1797000000111 implements MigrationInterface {
  readonly name = 'PledgeReviewDays1797000000111';

  async up(runner: QueryRunner): Promise<void> {
    const position = actLimitSeeds.findIndex(({ code }) => code === 'pledge-review-days');
    const seed = actLimitSeeds[position];
    await runner.query(
      `INSERT INTO casework.act_limit (code, name, most, position) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [seed?.code, seed?.name, seed?.most, position],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM casework.act_limit WHERE code = 'pledge-review-days'`);
  }
}
