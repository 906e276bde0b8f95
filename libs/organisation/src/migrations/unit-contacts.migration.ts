import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where residents find a unit and when: rows are added, never changed, the newest counts. */
export class UnitContacts1798000000050 implements MigrationInterface {
  readonly name = 'UnitContacts1798000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation.unit_contact (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        unit_id text NOT NULL REFERENCES organisation.unit (id),
        address text NOT NULL, -- empty: not told
        telephone text NOT NULL,
        hours jsonb, -- {calendar, workingDays: [{from, to}], daysOff: [{from, to}]}
        longitude float8 CHECK (longitude BETWEEN -180 AND 180),
        latitude float8 CHECK (latitude BETWEEN -90 AND 90),
        reason text NOT NULL CHECK (reason <> ''),
        set_by jsonb NOT NULL, -- as a line of a history names them
        set_at timestamptz NOT NULL,
        CHECK ((longitude IS NULL) = (latitude IS NULL))
      );
      CREATE INDEX unit_contact_unit ON organisation.unit_contact (unit_id, id DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE organisation.unit_contact');
  }
}
