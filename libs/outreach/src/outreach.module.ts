import { Module } from '@nestjs/common';
import { CaseworkModule } from '@lianban/casework';
import { EngineModule } from '@lianban/engine';
import { IdentityModule } from '@lianban/identity';
import { OrganisationModule } from '@lianban/organisation';
import { PledgeActs } from './pledges/pledge-acts.service.js';
import { PledgeFileService } from './pledges/pledge-file.service.js';
import { PledgeQueryService } from './pledges/pledge-query.service.js';
import { PledgeService } from './pledges/pledge.service.js';
import { PublicPledgeService } from './pledges/public-pledges.service.js';
import { ReviewQueryService } from './reviews/review-query.service.js';
import { ReviewService } from './reviews/review.service.js';
import { PledgeFollower } from './succession/pledge-follower.service.js';
import { PledgeTrail } from './trail/pledge-trail.service.js';

const services = [
  PledgeFileService,
  PledgeQueryService,
  PledgeService,
  PublicPledgeService,
  ReviewQueryService,
  ReviewService,
];

/** What units do for residents beside the cases: what they pledge, and when they receive. */
@Module({
  imports: [CaseworkModule, EngineModule, IdentityModule, OrganisationModule],
  providers: [...services, PledgeActs, PledgeFollower, PledgeTrail],
  exports: services,
})
export class OutreachModule {}
