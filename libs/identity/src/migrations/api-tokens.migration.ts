import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens by which programs act for an account, and accounts that only programs use. */
export class ApiTokens1799000000001 implements MigrationInterface {
  readonly name = 'ApiTokens1799000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tokens);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity.api_token;
      ALTER TABLE identity.account DROP sign_in;
      ALTER TABLE identity.sign_in_policy DROP api_token_days, DROP api_token_per_minute`);
  }
}

const tokens = `
  ALTER TABLE identity.sign_in_policy
    ADD api_token_days       integer NOT NULL DEFAULT 365 CHECK (api_token_days BETWEEN 1 AND 365),
    ADD api_token_per_minute integer NOT NULL DEFAULT 600 CHECK (api_token_per_minute > 0);

  -- 'program': nobody signs in, security administrators make its tokens; 'provider': its password opens nothing.
  ALTER TABLE identity.account
    ADD sign_in text NOT NULL DEFAULT 'password' CHECK (sign_in IN ('password', 'provider', 'program'));

  CREATE TABLE identity.api_token (
    id         uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES identity.account (id), -- as whom it acts
    name       text NOT NULL CHECK (name <> ''),
    scopes     text[] NOT NULL CHECK (cardinality(scopes) > 0), -- what it may do of what its account may do
    token_hash bytea NOT NULL CONSTRAINT api_token_hash UNIQUE CHECK (length(token_hash) = 32),
    start      text NOT NULL, -- its first characters, by which its owner knows it again
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL REFERENCES identity.account (id),
    expires_at timestamptz NOT NULL,
    used_on    date,
    revoked_at timestamptz,
    revoked_by uuid REFERENCES identity.account (id) -- null while it holds, and where the command line took it back
  );
  CREATE INDEX api_token_account ON identity.api_token (account_id, created_at DESC, id DESC);
  CREATE INDEX api_token_list ON identity.api_token (created_at DESC, id DESC);
`;
