import type { Database } from '@lianban/platform';
import { sideKinds } from '../sides/side-process.js';
import type { CampaignFates } from './campaign-counts.rules.js';
import type { Counted } from './counted.js';
import { countsOf, fates } from './fates.sql.js';

/** The cases of the period by the campaign for which they were registered. */
export async function countCampaigns(db: Database, counted: Counted): Promise<CampaignFates[]> {
  const { from, to, known, timeZone, unitIds } = counted;
  return await db.query<CampaignFates>({
    name: 'casework-count-campaigns',
    text: `WITH ${fates}
      SELECT campaign.code, campaign.name, kind.name AS kind, campaign.from_day::text AS "from",
        campaign.to_day::text AS "to", ${countsOf('NOT lapsed')}
      FROM fate JOIN casework.campaign ON campaign.code = campaign_code
        JOIN casework.campaign_kind kind ON kind.code = campaign.kind_code
      GROUP BY campaign.code, kind.code ORDER BY campaign.to_day DESC, campaign.code`,
    values: [from, to, known, timeZone, unitIds, sideKinds],
  });
}
