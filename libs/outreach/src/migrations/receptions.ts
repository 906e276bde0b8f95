import type { MigrationInterface, QueryRunner } from 'typeorm';
import { receptionDutySeeds, receptionKindSeeds } from '../receptions/reception-lists.data.js';

/** Receptions (接待日), who has an appointment, and the cases that were opened on the spot. */
export class Receptions1797000000121 implements MigrationInterface {
  readonly name = 'Receptions1797000000121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const [position, { code, name }] of receptionKindSeeds.entries())
      await runner.query('INSERT INTO outreach.reception_kind (code, name, position) VALUES ($1, $2, $3)', [
        code,
        name,
        position,
      ]);
    for (const [position, { code, name, everyDays }] of receptionDutySeeds.entries())
      await runner.query(
        'INSERT INTO outreach.reception_duty (code, name, position, every_days) VALUES ($1, $2, $3, $4)',
        [code, name, position, everyDays],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE outreach.reception_case, outreach.booking, outreach.reception, outreach.reception_duty,
        outreach.reception_kind;
      DROP SEQUENCE outreach.booking_number`);
  }
}

/**
 * `day`, `starts` and `ends` are what the clocks of the installation show. A booking without a slot is somebody who came
 * without an appointment; `secret_hash` is that of the code by which who booked looks it up.
 */
const tables = `
  CREATE TABLE outreach.reception_kind (
    code text PRIMARY KEY,
    name text NOT NULL,
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );
  CREATE TABLE outreach.reception_duty (
    code text PRIMARY KEY,
    name text NOT NULL,
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT false,
    every_days integer NOT NULL CHECK (every_days > 0)
  );
  CREATE TABLE outreach.reception (
    id uuid PRIMARY KEY,
    series_id uuid,
    unit_id text NOT NULL REFERENCES organisation.unit,
    unit_name text NOT NULL,
    kind_code text NOT NULL REFERENCES outreach.reception_kind,
    day date NOT NULL,
    starts time NOT NULL,
    ends time NOT NULL,
    place text NOT NULL,
    hosts jsonb NOT NULL,
    slot_minutes integer NOT NULL CHECK (slot_minutes > 0),
    slots integer NOT NULL CHECK (slots > 0),
    note text,
    state text NOT NULL CHECK (state IN ('draft', 'published', 'held', 'cancelled')),
    reason text,
    planned_by_name text NOT NULL,
    planned_at timestamptz NOT NULL,
    CHECK (starts < ends),
    CHECK ((state = 'cancelled') = (reason IS NOT NULL))
  );
  CREATE INDEX reception_day ON outreach.reception (day, starts, id);
  CREATE INDEX reception_unit ON outreach.reception (unit_id, state, day);
  CREATE INDEX reception_series ON outreach.reception (series_id, day) WHERE series_id IS NOT NULL;
  CREATE SEQUENCE outreach.booking_number;
  CREATE TABLE outreach.booking (
    id uuid PRIMARY KEY,
    code text NOT NULL CONSTRAINT booking_code UNIQUE,
    reception_id uuid NOT NULL REFERENCES outreach.reception,
    slot integer,
    name text NOT NULL,
    phone text,
    matter text NOT NULL,
    sms_consent boolean NOT NULL,
    secret_hash bytea,
    state text NOT NULL CHECK (state IN ('booked', 'came', 'absent', 'cancelled')),
    booked_at timestamptz NOT NULL,
    booked_by_name text,
    cancel_reason text,
    CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
    CHECK (slot IS NOT NULL OR state <> 'booked')
  );
  CREATE UNIQUE INDEX booking_slot ON outreach.booking (reception_id, slot)
    WHERE slot IS NOT NULL AND state <> 'cancelled';
  CREATE UNIQUE INDEX booking_phone ON outreach.booking (reception_id, phone) WHERE state = 'booked';
  CREATE INDEX booking_reception ON outreach.booking (reception_id);
  CREATE TABLE outreach.reception_case (
    case_id uuid PRIMARY KEY REFERENCES casework.case_file,
    booking_id uuid NOT NULL REFERENCES outreach.booking,
    received_by text NOT NULL
  );
  CREATE INDEX reception_case_booking ON outreach.reception_case (booking_id);`;
