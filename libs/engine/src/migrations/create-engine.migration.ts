import type { MigrationInterface, QueryRunner } from 'typeorm';
import { functionsSql } from './functions.sql.js';
import { tablesSql } from './tables.sql.js';
import { writeStepsSql } from './write-steps.sql.js';

/** The first shape of schema `engine`. */
export class CreateEngine1795392003000 implements MigrationInterface {
  readonly name = 'CreateEngine1795392003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA engine');
    await runner.query(tablesSql);
    await runner.query(functionsSql);
    await runner.query(writeStepsSql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA engine CASCADE');
  }
}
