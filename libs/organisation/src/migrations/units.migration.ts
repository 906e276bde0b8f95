import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tree of units and who belongs to which. */
export class OrganisationUnits1795392001000 implements MigrationInterface {
  readonly name = 'OrganisationUnits1795392001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA organisation;

      CREATE TABLE organisation.unit (
        id         text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(id) <= 64),
        name       text NOT NULL CHECK (name <> ''),
        kind       text NOT NULL CHECK (kind IN ('district', 'street', 'station', 'department', 'office')),
        parent_id  text REFERENCES organisation.unit (id),
        path       text NOT NULL UNIQUE CHECK (path LIKE '/%' AND right(path, length(id) + 2) = '/' || id || '/'),
        area_code  text CHECK (area_code ~ '^[0-9]{2,12}$'),
        keywords   text[] NOT NULL DEFAULT '{}' CHECK (array_position(keywords, '') IS NULL),
        duties     text[] NOT NULL DEFAULT '{}'
          CHECK (duties <@ ARRAY['backstop', 'joint-meeting', 'supervision', 'leadership']),
        valid_from timestamptz NOT NULL,
        valid_to   timestamptz CHECK (valid_to > valid_from),
        CHECK ((parent_id IS NULL) = (path = '/' || id || '/'))
      );
      -- text_pattern_ops: a prefix is a range in this index whatever the collation of the database is
      CREATE INDEX unit_path_prefix ON organisation.unit (path text_pattern_ops);
      CREATE INDEX unit_parent ON organisation.unit (parent_id);
      CREATE INDEX unit_kind ON organisation.unit (kind);
      CREATE INDEX unit_duties ON organisation.unit USING gin (duties) WHERE duties <> '{}';

      CREATE TABLE organisation.membership (
        account_id uuid NOT NULL, -- of the schema identity, which stands on this one: no foreign key upwards
        unit_id    text NOT NULL REFERENCES organisation.unit (id),
        post       text NOT NULL CHECK (post <> ''),
        valid_from timestamptz NOT NULL,
        valid_to   timestamptz CHECK (valid_to > valid_from),
        PRIMARY KEY (account_id, unit_id, valid_from)
      );
      CREATE UNIQUE INDEX membership_current ON organisation.membership (account_id, unit_id) WHERE valid_to IS NULL;
      CREATE INDEX membership_unit ON organisation.membership (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA organisation CASCADE');
  }
}
