import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, roles and grants, sign-in, and the audit trail. */
export class Identity1795392002000 implements MigrationInterface {
  readonly name = 'Identity1795392002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA identity;`);
    await runner.query(accounts);
    await runner.query(signIn);
    await runner.query(auditTrail);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA identity CASCADE');
  }
}

const accounts = `
  CREATE TABLE identity.account (
    id                  uuid PRIMARY KEY,
    username            text NOT NULL CONSTRAINT account_username UNIQUE CHECK (username ~ '^[a-z][a-z0-9-]{1,31}$'),
    display_name        text NOT NULL CHECK (display_name <> ''),
    password_hash       text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    password_changed_at timestamptz NOT NULL,
    created_at          timestamptz NOT NULL,
    disabled_at         timestamptz
  );

  CREATE TABLE identity.role (
    code        text PRIMARY KEY,
    name        text NOT NULL,
    permissions text[] NOT NULL,
    excludes    text[] NOT NULL DEFAULT '{}' -- roles that the same person must not hold
  );

  CREATE TABLE identity.role_grant (
    account_id uuid NOT NULL REFERENCES identity.account (id),
    role_code  text NOT NULL REFERENCES identity.role (code),
    unit_id    text NOT NULL REFERENCES organisation.unit (id), -- holds for this unit and all below it
    granted_at timestamptz NOT NULL,
    granted_by uuid REFERENCES identity.account (id), -- null: the installation
    revoked_at timestamptz,
    PRIMARY KEY (account_id, role_code, unit_id, granted_at)
  );
  CREATE UNIQUE INDEX role_grant_current ON identity.role_grant (account_id, role_code, unit_id) WHERE revoked_at IS NULL;
  CREATE INDEX role_grant_unit ON identity.role_grant (unit_id, role_code) WHERE revoked_at IS NULL;
`;

const signIn = `
  -- Exactly one row: the settings of sign-in. Defaults follow GB/T 22239-2019.
  CREATE TABLE identity.sign_in_policy (
    id               boolean PRIMARY KEY DEFAULT true CHECK (id),
    maximum_failures integer NOT NULL DEFAULT 5 CHECK (maximum_failures > 0),
    lock             interval NOT NULL DEFAULT '30 minutes',
    token_life       interval NOT NULL DEFAULT '8 hours',
    session_idle     interval NOT NULL DEFAULT '30 minutes',
    session_life     interval NOT NULL DEFAULT '12 hours',
    minimum_length   integer NOT NULL DEFAULT 10,
    minimum_kinds    integer NOT NULL DEFAULT 3
  );
  INSERT INTO identity.sign_in_policy DEFAULT VALUES;

  -- Keyed by the hash of the name that was typed, known or not: a lock tells nobody which names exist.
  CREATE TABLE identity.sign_in_throttle (
    username_hash bytea PRIMARY KEY,
    failures      integer NOT NULL,
    failed_at     timestamptz NOT NULL,
    locked_until  timestamptz
  );
  CREATE INDEX sign_in_throttle_age ON identity.sign_in_throttle (failed_at);

  CREATE TABLE identity.session (
    token_hash      bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    account_id      uuid NOT NULL REFERENCES identity.account (id),
    opened_at       timestamptz NOT NULL,
    seen_at         timestamptz NOT NULL,
    idle_expires_at timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    ip              text
  );
  CREATE INDEX session_account ON identity.session (account_id);
  CREATE INDEX session_expiry ON identity.session (expires_at);

  CREATE TABLE identity.access_token (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    account_id uuid NOT NULL REFERENCES identity.account (id),
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX access_token_account ON identity.access_token (account_id);
  CREATE INDEX access_token_expiry ON identity.access_token (expires_at);
`;

const auditTrail = `
  CREATE TABLE identity.audit_entry (
    stream        text NOT NULL,
    seq           bigint NOT NULL CHECK (seq > 0),
    at            timestamptz NOT NULL,
    actor_id      uuid,
    actor_name    text,
    actor_role    text,
    actor_unit    text,
    on_behalf_of  text,
    action        text NOT NULL,
    subject_type  text,
    subject_id    text,
    reason        text,
    result        text NOT NULL CHECK (result IN ('done', 'refused', 'failed')),
    detail        jsonb NOT NULL,
    ip            text,
    previous_hash text NOT NULL,
    hash          text NOT NULL,
    PRIMARY KEY (stream, seq)
  );
  CREATE INDEX audit_entry_at ON identity.audit_entry (at, stream, seq);
  CREATE INDEX audit_entry_actor ON identity.audit_entry (actor_id, at);
  CREATE INDEX audit_entry_subject ON identity.audit_entry (subject_type, subject_id, at);

  -- End of each chain: what the next entry follows, and the proof that no entry was cut off.
  CREATE TABLE identity.audit_head (
    stream text PRIMARY KEY,
    seq    bigint NOT NULL,
    hash   text NOT NULL
  );

  CREATE FUNCTION identity.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $body$
  BEGIN
    RAISE EXCEPTION 'identity.audit_entry is append-only: % is refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
  END
  $body$;
  CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON identity.audit_entry
    FOR EACH ROW EXECUTE FUNCTION identity.refuse_audit_change();
  CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON identity.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION identity.refuse_audit_change();
`;
