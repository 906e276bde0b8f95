import type { MigrationInterface, QueryRunner } from 'typeorm';
import { actLimitSeeds } from '../acts/act-limits.data.js';

/** How often a case is urged, and how long helpers have unless told, are for administrators to say. */
export class ActLimits1797000000074 implements MigrationInterface {
  readonly name = 'ActLimits1797000000074';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.act_limit (
        code text PRIMARY KEY,
        name text NOT NULL,
        most integer NOT NULL CHECK (most > 0),
        position integer NOT NULL,
        active boolean NOT NULL DEFAULT true
      )`);
    for (const [position, { code, name, most }] of actLimitSeeds.entries())
      await runner.query('INSERT INTO casework.act_limit (code, name, most, position) VALUES ($1, $2, $3, $4)', [
        code,
        name,
        most,
        position,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM casework.reference_change WHERE list = 'act-limits';
      DROP TABLE casework.act_limit`);
  }
}
