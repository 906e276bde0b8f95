import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Campaigns, type CampaignChoice } from '@lianban/casework';
import { Route } from '../http/route.js';
import { campaignChoiceSchema } from './campaign.schema.js';

/** Campaigns, as far as forms need them; administrators keep them among the reference lists. */
@ApiTags('catalogue')
@Controller('campaigns')
export class CampaignsController {
  readonly #campaigns: Campaigns;

  constructor(campaigns: Campaigns) {
    this.#campaigns = campaigns;
  }

  @Get()
  @Route({
    summary: 'Campaigns and the channels that demand one (专项行动)',
    access: 'catalogue.read',
    answer: campaignChoiceSchema,
  })
  async listCampaigns(): Promise<CampaignChoice> {
    return await this.#campaigns.choice();
  }
}
