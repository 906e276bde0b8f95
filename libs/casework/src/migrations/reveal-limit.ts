import type { MigrationInterface, QueryRunner } from 'typeorm';
import { actLimitSeeds } from '../acts/act-limits.data.js';

/** How often somebody may look up who residents are is for administrators to say. A fresh installation has it from the list. */
export class RevealLimit1797000000180 implements MigrationInterface {
  readonly name = 'RevealLimit1797000000180';

  async up(runner: QueryRunner): Promise<void> {
    const position = actLimitSeeds.findIndex(({ code }) => code === 'reveals-an-hour');
    const seed = actLimitSeeds[position];
    await runner.query(
      `INSERT INTO casework.act_limit (code, name, most, position) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [seed?.code, seed?.name, seed?.most, position],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM casework.act_limit WHERE code = 'reveals-an-hour'`);
  }
}
