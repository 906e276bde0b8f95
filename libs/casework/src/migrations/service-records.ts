import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contactWaySeeds } from '../service-record/service-record.data.js';

/**
 * What is done with the resident while a case is handled: contacts, with the first one under a clock that never stops;
 * papers; errands that staff run. Who is responsible stands on the case until another unit accepts it.
 */
export class ServiceRecords1797000000072 implements MigrationInterface {
  readonly name = 'ServiceRecords1797000000072';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cases);
    await runner.query(contacts);
    await runner.query(papers);
    for (const [position, { code, name }] of contactWaySeeds.entries())
      await runner.query('INSERT INTO casework.contact_way (code, name, position) VALUES ($1, $2, $3)', [
        code,
        name,
        position,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE casework.proxy, casework.paper, casework.paper_notice, casework.contact, casework.contact_way;
      DROP INDEX casework.case_file_contact_due;
      ALTER TABLE casework.case_file DROP COLUMN owner_unit_id, DROP COLUMN owner_unit_name, DROP COLUMN contact_due_at,
        DROP COLUMN contacted_at, DROP COLUMN contact_late_told, DROP COLUMN closing_needs`);
  }
}

const cases = `
  ALTER TABLE casework.case_file
    ADD COLUMN owner_unit_id text,
    ADD COLUMN owner_unit_name text,
    ADD COLUMN contact_due_at timestamptz,
    ADD COLUMN contacted_at timestamptz,
    ADD COLUMN contact_late_told boolean NOT NULL DEFAULT false,
    ADD COLUMN closing_needs text[] NOT NULL DEFAULT '{}';
  UPDATE casework.case_file SET owner_unit_id = first_unit_id, owner_unit_name = first_unit_name;
  ALTER TABLE casework.case_file
    ALTER COLUMN owner_unit_id SET NOT NULL,
    ALTER COLUMN owner_unit_name SET NOT NULL;
  CREATE INDEX case_file_contact_due ON casework.case_file (contact_due_at)
    WHERE state = 'open' AND contacted_at IS NULL AND NOT contact_late_told;`;

const contacts = `
  CREATE TABLE casework.contact_way (
    code text PRIMARY KEY,
    name text NOT NULL,
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );
  CREATE TABLE casework.contact (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    instance_id uuid,
    key integer,
    at timestamptz NOT NULL,
    way_code text NOT NULL REFERENCES casework.contact_way,
    reached boolean NOT NULL,
    trip boolean NOT NULL,
    text text NOT NULL,
    by_id uuid NOT NULL,
    by_name text NOT NULL,
    unit_name text
  );
  CREATE INDEX contact_case ON casework.contact (case_id, at);`;

/** All that is missing is told at once; an errand is one person's at a time. */
const papers = `
  CREATE TABLE casework.paper_notice (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    at timestamptz NOT NULL,
    items text[] NOT NULL,
    text text,
    by_name text NOT NULL,
    unit_name text
  );
  CREATE INDEX paper_notice_case ON casework.paper_notice (case_id, at);
  CREATE TABLE casework.paper (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    name text NOT NULL,
    original boolean NOT NULL,
    received_at timestamptz NOT NULL,
    received_by_name text NOT NULL,
    returned_at timestamptz,
    returned_by_name text
  );
  CREATE INDEX paper_case ON casework.paper (case_id, received_at);
  CREATE TABLE casework.proxy (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    agent_id uuid NOT NULL,
    agent_name text NOT NULL,
    unit_name text,
    mandate text NOT NULL,
    began_at timestamptz NOT NULL,
    result text,
    ended_at timestamptz
  );
  CREATE UNIQUE INDEX proxy_once ON casework.proxy (case_id) WHERE ended_at IS NULL;
  CREATE INDEX proxy_case ON casework.proxy (case_id, began_at);`;
