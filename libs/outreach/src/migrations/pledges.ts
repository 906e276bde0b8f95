import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pledges of units (承诺), their yearly review (年评诺), and the trail of both. */
export class Pledges1797000000110 implements MigrationInterface {
  readonly name = 'Pledges1797000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(pledges);
    await runner.query(reviews);
    await runner.query(trail);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE outreach.pledge_trail, outreach.pledge_vote, outreach.pledge_review, outreach.pledge_progress,
        outreach.pledge;
      DROP FUNCTION outreach.refuse_change()`);
  }
}

/** `pledger` is null where the unit itself pledges. `points` are those of all `scores` together. */
const pledges = `
  CREATE TABLE outreach.pledge (
    id uuid PRIMARY KEY,
    unit_id text NOT NULL,
    unit_name text NOT NULL,
    year integer NOT NULL,
    pledger text,
    title text NOT NULL,
    text text NOT NULL,
    category_code text REFERENCES casework.category,
    measure text NOT NULL,
    due_on date NOT NULL,
    state text NOT NULL CHECK (state IN ('pledged', 'discussed', 'doing', 'reviewed')),
    version integer NOT NULL DEFAULT 0,
    drafted_at timestamptz NOT NULL,
    drafted_by_name text NOT NULL,
    published_at timestamptz,
    finished_on date,
    result text,
    outcome text CHECK (outcome IN ('kept', 'partly', 'not-kept')),
    points integer,
    scores integer,
    CHECK ((published_at IS NOT NULL) = (state IN ('doing', 'reviewed'))),
    CHECK ((outcome IS NOT NULL) = (state = 'reviewed'))
  );
  CREATE INDEX pledge_latest ON outreach.pledge (drafted_at DESC, id DESC);
  CREATE INDEX pledge_of_year ON outreach.pledge (unit_id, year);
  CREATE TABLE outreach.pledge_progress (
    id uuid PRIMARY KEY,
    pledge_id uuid NOT NULL REFERENCES outreach.pledge,
    day date NOT NULL,
    text text NOT NULL,
    evidence text NOT NULL,
    added_at timestamptz NOT NULL,
    added_by_name text NOT NULL
  );
  CREATE INDEX pledge_progress_of ON outreach.pledge_progress (pledge_id, day, id);`;

const reviews = `
  CREATE TABLE outreach.pledge_review (
    id uuid PRIMARY KEY,
    unit_id text NOT NULL,
    unit_name text NOT NULL,
    year integer NOT NULL,
    held_on date NOT NULL,
    place text NOT NULL,
    delegates integer NOT NULL CHECK (delegates > 0),
    delegate_names text[] NOT NULL,
    opened_at timestamptz NOT NULL,
    opened_by_name text NOT NULL,
    remark text NOT NULL DEFAULT '',
    closed_at timestamptz,
    closed_by_name text,
    CONSTRAINT pledge_review_once UNIQUE (unit_id, year)
  );
  CREATE TABLE outreach.pledge_vote (
    review_id uuid NOT NULL REFERENCES outreach.pledge_review,
    pledge_id uuid NOT NULL REFERENCES outreach.pledge,
    kept integer NOT NULL CHECK (kept >= 0),
    partly integer NOT NULL CHECK (partly >= 0),
    not_kept integer NOT NULL CHECK (not_kept >= 0),
    grades integer[] NOT NULL CHECK (cardinality(grades) = 5 AND 0 <= ALL (grades)),
    remark text NOT NULL,
    PRIMARY KEY (review_id, pledge_id)
  );`;

const trail = `
  CREATE TABLE outreach.pledge_trail (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject_id uuid NOT NULL,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    actor jsonb,
    opinion text,
    detail jsonb NOT NULL
  );
  CREATE INDEX pledge_trail_of ON outreach.pledge_trail (subject_id, id);
  CREATE FUNCTION outreach.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'outreach.% is append-only: expected no %, write a new entry instead', TG_TABLE_NAME, TG_OP;
  END $$;
  CREATE TRIGGER pledge_trail_append_only BEFORE UPDATE OR DELETE ON outreach.pledge_trail
    FOR EACH ROW EXECUTE FUNCTION outreach.refuse_change();
  CREATE TRIGGER pledge_trail_no_truncate BEFORE TRUNCATE ON outreach.pledge_trail
    FOR EACH STATEMENT EXECUTE FUNCTION outreach.refuse_change();`;
