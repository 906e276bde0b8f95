import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passkeys and security keys (WebAuthn) as a second factor. */
export class Passkeys1798400000002 implements MigrationInterface {
  readonly name = 'Passkeys1798400000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.passkey (
        id         text PRIMARY KEY, -- as the browser names it, base64url
        account_id uuid NOT NULL REFERENCES identity.account (id),
        name       text NOT NULL CHECK (name <> ''), -- as its owner calls it
        public_key bytea NOT NULL,
        counter    bigint NOT NULL, -- of signatures, where the key counts them: a copy of it falls behind
        transports text[] NOT NULL,
        made_at    timestamptz NOT NULL,
        used_at    timestamptz
      );
      CREATE INDEX passkey_account ON identity.passkey (account_id);

      -- What a key is asked to sign; good once and for a few minutes.
      CREATE TABLE identity.passkey_challenge (
        challenge  text PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES identity.account (id),
        purpose    text NOT NULL CHECK (purpose IN ('register', 'prove')),
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX passkey_challenge_expiry ON identity.passkey_challenge (expires_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.passkey_challenge, identity.passkey');
  }
}
