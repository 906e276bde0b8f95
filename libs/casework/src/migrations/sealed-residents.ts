import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Room for sealed personal data. What stands there is sealed by the worker while people go on; until then, and where
 * `sealed_with` is null, it is as it was. No constraint looks at old rows, as none of them refers to a key.
 */
export class SealedResidents1798500000001 implements MigrationInterface {
  readonly name = 'SealedResidents1798500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cases);
    await runner.query(others);
  }

  /** Only before something is sealed: afterwards nobody could read it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE casework.case_draft DROP COLUMN sealed_with, ALTER COLUMN content TYPE jsonb USING content::jsonb;
      ALTER TABLE casework.delivery DROP COLUMN sealed_with;
      ALTER TABLE casework.mediation DROP COLUMN sealed_with,
        ALTER COLUMN duties DROP DEFAULT,
        ALTER COLUMN duties TYPE jsonb USING duties::jsonb,
        ALTER COLUMN duties SET DEFAULT '[]',
        ALTER COLUMN parties TYPE text[] USING translate(parties, '[]', '{}')::text[];
      ALTER TABLE casework.case_file DROP COLUMN sealed_with, DROP COLUMN resident_name_masked,
        DROP COLUMN resident_phone_masked, DROP COLUMN resident_phone_index`);
  }
}

const sealedWith = `ADD COLUMN sealed_with text,
    ADD CONSTRAINT sealed_with_key FOREIGN KEY (sealed_with) REFERENCES platform.field_key NOT VALID`;

const cases = `
  ALTER TABLE casework.case_file
    ADD COLUMN resident_name_masked text,
    ADD COLUMN resident_phone_masked text,
    ADD COLUMN resident_phone_index text,
    ${sealedWith};
  CREATE INDEX case_file_sealed_with ON casework.case_file (sealed_with, id) WHERE sealed_with IS NOT NULL;
  CREATE INDEX case_file_unsealed ON casework.case_file (id)
    WHERE sealed_with IS NULL AND num_nonnulls(resident_name, resident_phone) > 0;`;

/** Lists become texts, as only those are sealed. */
const others = `
  ALTER TABLE casework.mediation
    ALTER COLUMN parties TYPE text USING to_json(parties)::text,
    ALTER COLUMN duties DROP DEFAULT,
    ALTER COLUMN duties TYPE text USING duties::text,
    ALTER COLUMN duties SET DEFAULT '[]',
    ${sealedWith};
  CREATE INDEX mediation_sealed_with ON casework.mediation (sealed_with);
  ALTER TABLE casework.case_draft ALTER COLUMN content TYPE text USING content::text, ${sealedWith};
  CREATE INDEX case_draft_sealed_with ON casework.case_draft (sealed_with);
  ALTER TABLE casework.delivery ${sealedWith};
  CREATE INDEX delivery_sealed_with ON casework.delivery (sealed_with) WHERE sealed_with IS NOT NULL;
  CREATE INDEX delivery_unsealed ON casework.delivery (id) WHERE sealed_with IS NULL AND num_nonnulls(phone) > 0;`;
