import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Jobs for external workers: in order of priority, where they ask for it. */
export class ExternalTasks1795700004000 implements MigrationInterface {
  readonly name = 'ExternalTasks1795700004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE engine.job ADD COLUMN priority int NOT NULL DEFAULT 0`);
    await runner.query('CREATE INDEX job_priority ON engine.job (topic, priority DESC, attempt_at)');
    // What a task says of its priority comes with its properties.
    await runner.query(`
      CREATE FUNCTION engine.set_job_priority() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.properties ->> 'priority' ~ '^-?[0-9]{1,9}$' THEN NEW.priority := (NEW.properties ->> 'priority')::int; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER job_priority BEFORE INSERT ON engine.job
        FOR EACH ROW WHEN (NEW.properties ? 'priority') EXECUTE FUNCTION engine.set_job_priority();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER job_priority ON engine.job');
    await runner.query('DROP FUNCTION engine.set_job_priority');
    await runner.query('ALTER TABLE engine.job DROP COLUMN priority');
  }
}
