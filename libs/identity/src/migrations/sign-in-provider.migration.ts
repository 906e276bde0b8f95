import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that somebody gets into by a provider of sign-in (OpenID Connect). */
export class SignInProvider1799000000002 implements MigrationInterface {
  readonly name = 'SignInProvider1799000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whom a provider knows by this subject; it never gives the same one to somebody else, as it may do with a name.
      CREATE TABLE identity.provider_subject (
        issuer     text NOT NULL,
        subject    text NOT NULL,
        account_id uuid NOT NULL REFERENCES identity.account (id),
        linked_at  timestamptz NOT NULL,
        PRIMARY KEY (issuer, subject),
        CONSTRAINT provider_subject_account UNIQUE (account_id, issuer)
      );
      -- True where the provider said that it had asked for a second factor itself.
      ALTER TABLE identity.session ADD vouched boolean NOT NULL DEFAULT false;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.provider_subject; ALTER TABLE identity.session DROP vouched');
  }
}
