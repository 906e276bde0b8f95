import type { MigrationInterface, QueryRunner } from 'typeorm';
import { categorySeeds, channelSeeds, defaultProcessKey } from '../catalogue/catalogue.data.js';

/** Creates the schema `casework` and fills in topics and channels. */
export class CreateCasework1795426500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(catalogue);
    await runner.query(cases);
    await runner.query(steps);
    await runner.query(trail);
    await runner.query(requests);
    await fillCatalogue(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA casework CASCADE');
  }
}

const catalogue = `
  CREATE SCHEMA casework;
  CREATE TABLE casework.category (
    code text PRIMARY KEY,
    parent_code text REFERENCES casework.category,
    name text NOT NULL,
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );
  CREATE TABLE casework.channel (
    code text PRIMARY KEY,
    name text NOT NULL,
    process_key text NOT NULL,
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );`;

/**
 * `involvement` has a row for each unit that ever held a case, and for each unit above it: the index of
 * who may see it. Date and state of the case are repeated there, so that one index gives a sorted page.
 */
const cases = `
  CREATE TABLE casework.day_number (day date PRIMARY KEY, last integer NOT NULL);
  CREATE TABLE casework.case_file (
    id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE,
    query_code text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    channel_code text NOT NULL REFERENCES casework.channel,
    category_code text REFERENCES casework.category,
    address text,
    station_id text,
    first_unit_id text NOT NULL,
    first_unit_name text NOT NULL,
    urgency text NOT NULL CHECK (urgency IN ('normal', 'urgent')),
    anonymous boolean NOT NULL,
    resident_name text,
    resident_phone text,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'withdrawn')),
    level text CHECK (level IN ('station', 'street', 'department', 'joint-meeting', 'district')),
    registered_by uuid,
    registered_by_name text,
    source_id text UNIQUE,
    instance_id uuid NOT NULL UNIQUE,
    definition_key text,
    definition_version integer,
    definition_name text,
    received_at timestamptz NOT NULL,
    closed_at timestamptz,
    returns integer NOT NULL DEFAULT 0,
    escalations integer NOT NULL DEFAULT 0,
    search_terms text[] NOT NULL,
    trail_seq integer NOT NULL DEFAULT 0,
    trail_hash text NOT NULL DEFAULT ''
  );
  CREATE INDEX case_file_registered ON casework.case_file (registered_by, received_at DESC, id DESC);
  CREATE INDEX case_file_search ON casework.case_file USING gin (search_terms);
  CREATE TABLE casework.involvement (
    unit_id text NOT NULL,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    received_at timestamptz NOT NULL,
    state text NOT NULL,
    PRIMARY KEY (case_id, unit_id)
  );
  CREATE INDEX involvement_unit ON casework.involvement (unit_id, received_at DESC, case_id DESC);
  CREATE INDEX involvement_unit_state ON casework.involvement (unit_id, state, received_at DESC, case_id DESC);
  CREATE TABLE casework.copy (
    account_id uuid NOT NULL,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    at timestamptz NOT NULL,
    PRIMARY KEY (account_id, case_id)
  );
  CREATE INDEX copy_account ON casework.copy (account_id, at DESC, case_id DESC);`;

/** One row per user task; `pools` names who may claim it, so that an inbox is one index look-up. */
const steps = `
  CREATE TABLE casework.step (
    instance_id uuid NOT NULL,
    key integer NOT NULL,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    element_id text NOT NULL,
    name text NOT NULL,
    definition_key text NOT NULL,
    definition_version integer NOT NULL,
    unit_id text,
    unit_name text,
    pools text[] NOT NULL,
    outcomes jsonb NOT NULL,
    properties jsonb NOT NULL,
    assignee_id uuid,
    assignee_name text,
    received_at timestamptz NOT NULL,
    warn_at timestamptz,
    due_at timestamptz,
    due_sort timestamptz GENERATED ALWAYS AS (coalesce(due_at, 'infinity'::timestamptz)) STORED,
    warn_event text,
    due_event text,
    calendar_id text,
    suspended boolean NOT NULL DEFAULT false,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'lapsed', 'cancelled')),
    outcome text,
    opinion text,
    finished_at timestamptz,
    finished_by uuid,
    finished_by_name text,
    PRIMARY KEY (instance_id, key)
  );
  CREATE INDEX step_case ON casework.step (case_id, received_at);
  CREATE INDEX step_claimable ON casework.step USING gin (pools) WHERE state = 'open' AND assignee_id IS NULL;
  CREATE INDEX step_todo ON casework.step (assignee_id, due_sort) WHERE state = 'open' AND assignee_id IS NOT NULL;
  CREATE INDEX step_done ON casework.step (finished_by, finished_at DESC) WHERE state = 'done';`;

const trail = `
  CREATE TABLE casework.trail (
    case_id uuid NOT NULL REFERENCES casework.case_file,
    seq integer NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    actor jsonb,
    on_behalf_of text,
    step text,
    element_id text,
    unit text,
    opinion text,
    detail jsonb NOT NULL,
    received_at timestamptz,
    finished_at timestamptz,
    definition_key text,
    definition_version integer,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    PRIMARY KEY (case_id, seq)
  );
  CREATE FUNCTION casework.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'casework.trail is append-only: expected no %, write a new entry instead', TG_OP;
  END $$;
  CREATE TRIGGER trail_append_only BEFORE UPDATE OR DELETE ON casework.trail
    FOR EACH ROW EXECUTE FUNCTION casework.refuse_change();
  CREATE TRIGGER trail_no_truncate BEFORE TRUNCATE ON casework.trail
    FOR EACH STATEMENT EXECUTE FUNCTION casework.refuse_change();`;

const requests = `
  CREATE TABLE casework.idempotency (
    account text NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    answer jsonb,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (account, key)
  );
  CREATE INDEX idempotency_age ON casework.idempotency (created_at);`;

async function fillCatalogue(runner: QueryRunner): Promise<void> {
  const insert = 'INSERT INTO casework.category (code, parent_code, name, position) VALUES ($1, $2, $3, $4)';
  for (const [position, parent] of categorySeeds.entries()) {
    await runner.query(insert, [parent.code, null, parent.name, position]);
    for (const [place, child] of parent.children.entries()) {
      await runner.query(insert, [child.code, parent.code, child.name, place]);
    }
  }
  for (const [position, channel] of channelSeeds.entries()) {
    await runner.query('INSERT INTO casework.channel (code, name, process_key, position) VALUES ($1, $2, $3, $4)', [
      channel.code,
      channel.name,
      defaultProcessKey,
      position,
    ]);
  }
}
