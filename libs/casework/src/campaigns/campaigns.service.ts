import { Injectable } from '@nestjs/common';
import { Database } from '@lianban/platform';
import { ActLog } from '../acts/act-log.service.js';
import type { Campaign } from './campaign.js';
import { closedToday } from './campaign.rules.js';

/** What people choose from when they register or look for cases. */
export interface CampaignChoice {
  /** Those out of use and over too, the latest first. */
  readonly items: readonly (Omit<Campaign, 'active'> & { readonly running: boolean })[];
  /** Codes of the channels whose cases need one. */
  readonly demandedBy: readonly string[];
}

const select = `SELECT campaign.code, campaign.name, json_build_object('code', kind.code, 'name', kind.name) AS kind,
    from_day::text AS "from", to_day::text AS "to", note, campaign.active,
    coalesce((SELECT json_agg(unit.name ORDER BY unit.path) FROM organisation.unit
      WHERE unit.id = ANY(campaign.units)), '[]') AS units
  FROM casework.campaign JOIN casework.campaign_kind kind ON kind.code = campaign.kind_code`;

/** Campaigns: a table that administrators keep, so it is read anew each time. */
@Injectable()
export class Campaigns {
  readonly #database: Database;
  readonly #days: ActLog;

  constructor(database: Database, days: ActLog) {
    this.#database = database;
    this.#days = days;
  }

  /** All campaigns, 500 at most, and which channels need one. */
  async choice(): Promise<CampaignChoice> {
    const campaigns = await this.#database.query<Campaign>({
      name: 'casework-campaigns',
      text: `${select} ORDER BY campaign.active DESC, to_day DESC, campaign.position, campaign.code LIMIT 500`,
    });
    const channels = await this.#database.query<{ code: string }>({
      name: 'casework-channels-of-campaigns',
      text: 'SELECT code FROM casework.channel WHERE active AND demands_campaign ORDER BY position, code',
    });
    const today = this.#days.today();
    return {
      items: campaigns.map(({ active, ...it }) => ({
        ...it,
        running: closedToday({ ...it, active }, today) === undefined,
      })),
      demandedBy: channels.map(({ code }) => code),
    };
  }

  /**
   * The campaign that a new case names.
   *
   * @param channel by which the case comes; absent for residents, who are never asked for a campaign
   * @returns what is wrong with it, where something is
   */
  async named(
    code: string | null | undefined,
    channel: { readonly name: string; readonly demandsCampaign: boolean } | undefined,
  ): Promise<{ readonly campaign?: Campaign; readonly problem?: string }> {
    if (!code) return channel?.demandsCampaign ? { problem: `来源为“${channel.name}”的诉求应当选择专项行动` } : {};
    const [campaign] = await this.#database.query<Campaign>({
      name: 'casework-campaign',
      text: `${select} WHERE campaign.code = $1`,
      values: [code],
    });
    if (!campaign) return { problem: `专项行动“${code}”不存在` };
    const problem = closedToday(campaign, this.#days.today());
    return problem === undefined ? { campaign } : { problem };
  }
}
