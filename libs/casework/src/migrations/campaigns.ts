import type { MigrationInterface, QueryRunner } from 'typeorm';
import { campaignKindSeeds, channelsOfCampaigns } from '../campaigns/campaigns.data.js';

/** Campaigns that administrators keep, channels that demand one, and the campaign of a case. */
export class Campaigns1797000000130 implements MigrationInterface {
  readonly name = 'Campaigns1797000000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const [position, { code, name }] of campaignKindSeeds.entries())
      await runner.query('INSERT INTO casework.campaign_kind (code, name, position) VALUES ($1, $2, $3)', [
        code,
        name,
        position,
      ]);
    await runner.query('UPDATE casework.channel SET demands_campaign = true WHERE code = ANY($1::text[])', [
      channelsOfCampaigns,
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE casework.case_file DROP COLUMN campaign_code;
      ALTER TABLE casework.channel DROP COLUMN demands_campaign;
      DROP TABLE casework.campaign, casework.campaign_kind`);
  }
}

const tables = `
  CREATE TABLE casework.campaign_kind (
    code text PRIMARY KEY,
    name text NOT NULL,
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );
  CREATE TABLE casework.campaign (
    code text PRIMARY KEY,
    name text NOT NULL,
    kind_code text NOT NULL REFERENCES casework.campaign_kind,
    from_day date NOT NULL,
    to_day date NOT NULL,
    units text[] NOT NULL DEFAULT '{}',
    note text,
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true,
    CHECK (from_day <= to_day)
  );
  ALTER TABLE casework.channel ADD COLUMN demands_campaign boolean NOT NULL DEFAULT false;
  ALTER TABLE casework.case_file ADD COLUMN campaign_code text REFERENCES casework.campaign;
  CREATE INDEX case_file_campaign ON casework.case_file (campaign_code, received_at DESC, id DESC)
    WHERE campaign_code IS NOT NULL;`;
