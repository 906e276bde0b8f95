import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exampleForm } from '../forms/example-form.data.js';

/** Forms of user tasks in versions, the one that a step shows, and what people filled in. */
export class Forms1798000000020 implements MigrationInterface {
  readonly name = 'Forms1798000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.form (
        key text NOT NULL,
        version int NOT NULL,
        name text NOT NULL,
        content jsonb NOT NULL,
        made_at timestamptz NOT NULL,
        made_by uuid,
        made_by_name text,
        PRIMARY KEY (key, version)
      );
      CREATE TRIGGER form_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON casework.form
        FOR EACH STATEMENT EXECUTE FUNCTION casework.refuse_rewriting();
      ALTER TABLE casework.step ADD COLUMN form_key text, ADD COLUMN form_version int;
      CREATE TABLE casework.filled_form (
        instance_id uuid NOT NULL,
        key int NOT NULL,
        case_id uuid NOT NULL REFERENCES casework.case_file,
        form_key text NOT NULL,
        form_version int NOT NULL,
        step text NOT NULL,
        unit text,
        field_values jsonb NOT NULL,
        at timestamptz NOT NULL,
        by_id uuid NOT NULL,
        by_name text NOT NULL,
        PRIMARY KEY (instance_id, key),
        FOREIGN KEY (form_key, form_version) REFERENCES casework.form
      );
      CREATE INDEX filled_form_case ON casework.filled_form (case_id, at);
      CREATE TRIGGER filled_form_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON casework.filled_form
        FOR EACH STATEMENT EXECUTE FUNCTION casework.refuse_rewriting()`);
    const { id, name, ...content } = exampleForm;
    await runner.query(
      'INSERT INTO casework.form (key, version, name, content, made_at) VALUES ($1, 1, $2, $3, now())',
      [id, name, JSON.stringify({ id, ...content })],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE casework.filled_form;
      ALTER TABLE casework.step DROP COLUMN form_key, DROP COLUMN form_version;
      DROP TABLE casework.form`);
  }
}
