// Module and schema
export { OutreachModule } from './outreach.module.js';
export { outreachEntities, outreachMigrations } from './outreach.schema.js';

// Pledges
export {
  discussionSchema,
  droppingSchema,
  pledgeActs,
  pledgeChangeSchema,
  pledgeEndSchema,
  pledgeOutcomes,
  pledgeQuerySchema,
  pledgeSchema,
  pledgeStates,
  progressSchema,
  type Discussion,
  type Dropping,
  type NewPledge,
  type PledgeChange,
  type PledgeEnd,
  type PledgeItem,
  type PledgeQuery,
  type PledgeView,
  type Progress,
} from './pledges/pledge.js';
export { PledgeFileService } from './pledges/pledge-file.service.js';
export { PledgeQueryService } from './pledges/pledge-query.service.js';
export { PledgeService } from './pledges/pledge.service.js';
export {
  publicPledgesQuerySchema,
  publicUnitsQuerySchema,
  type PublicPledges,
  type PublicPledgesQuery,
  type PublicUnit,
} from './pledges/public-pledges.js';
export { PublicPledgeService } from './pledges/public-pledges.service.js';

// Their yearly review
export {
  reviewEndSchema,
  reviewMeetingSchema,
  reviewQuerySchema,
  reviewSchema,
  votesSchema,
  type NewReview,
  type ReviewEnd,
  type ReviewMeeting,
  type ReviewQuery,
  type ReviewView,
  type Votes,
  type YearResult,
} from './reviews/review.js';
export { ReviewQueryService } from './reviews/review-query.service.js';
export { ReviewService } from './reviews/review.service.js';
