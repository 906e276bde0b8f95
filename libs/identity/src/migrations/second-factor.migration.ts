import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A second factor beside the password, what is asked of passwords over time, and sessions that one can tell apart. */
export class SecondFactor1798400000001 implements MigrationInterface {
  readonly name = 'SecondFactor1798400000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policy);
    await runner.query(passwords);
    await runner.query(factors);
    await runner.query(sessions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.session DROP id, DROP browser, DROP system, DROP ended_at, DROP end_reason;
      DROP TABLE identity.recovery_code, identity.totp, identity.former_password;
      ALTER TABLE identity.account DROP password_change_needed;
      ALTER TABLE identity.sign_in_policy DROP version, DROP second_factor_roles, DROP single_session_roles,
        DROP password_history, DROP password_life`);
  }
}

/** Administrators are named by default: what one of their passwords opens is worth more than one case. */
const administrators = `'{system-administrator,security-administrator,auditor,workflow-designer}'`;

const policy = `
  ALTER TABLE identity.sign_in_policy
    ADD version              integer NOT NULL DEFAULT 1, -- grows with each decision
    ADD second_factor_roles  text[] NOT NULL DEFAULT ${administrators}, -- whoever holds one must have a second factor
    ADD single_session_roles text[] NOT NULL DEFAULT ${administrators}, -- whoever holds one has one session at a time
    ADD password_history     integer NOT NULL DEFAULT 5 CHECK (password_history BETWEEN 1 AND 24),
    ADD password_life        interval; -- null: a password does not grow old
`;

const passwords = `
  -- True where somebody else knows the password: who opened the account or reset it.
  ALTER TABLE identity.account ADD password_change_needed boolean NOT NULL DEFAULT false;

  CREATE TABLE identity.former_password (
    account_id    uuid NOT NULL REFERENCES identity.account (id),
    replaced_at   timestamptz NOT NULL,
    password_hash text NOT NULL,
    PRIMARY KEY (account_id, replaced_at)
  );
`;

const factors = `
  -- Secrets are sealed with a key that is not in the database.
  CREATE TABLE identity.totp (
    account_id     uuid PRIMARY KEY REFERENCES identity.account (id),
    secret         text, -- null: none in force yet
    confirmed_at   timestamptz,
    last_step      bigint NOT NULL DEFAULT 0, -- of the last code that was taken: it and older ones are used up
    pending_secret text, -- was shown, but no code of it was given yet
    CHECK ((secret IS NULL) = (confirmed_at IS NULL))
  );

  CREATE TABLE identity.recovery_code (
    account_id uuid NOT NULL REFERENCES identity.account (id),
    code_hash  bytea NOT NULL CHECK (length(code_hash) = 32),
    used_at    timestamptz,
    PRIMARY KEY (account_id, code_hash)
  );
`;

const sessions = `
  ALTER TABLE identity.session
    ADD id         uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT session_id UNIQUE,
    ADD browser    text,
    ADD system     text,
    ADD ended_at   timestamptz, -- kept until it had expired, to tell its window why it ended
    ADD end_reason text CHECK ((end_reason IS NULL) = (ended_at IS NULL));
`;
