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

// Receptions
export {
  callingOffSchema,
  publishingSchema,
  receptionEditSchema,
  receptionPlanSchema,
  receptionQuerySchema,
  receptionStates,
  type CallingOff,
  type OverdueUnit,
  type PlannedReceptions,
  type Publishing,
  type ReceptionEdit,
  type ReceptionItem,
  type ReceptionPlan,
} from './receptions/reception.js';
export { ReceptionPlans } from './receptions/reception-plans.service.js';
export { ReceptionQuery } from './receptions/reception-query.service.js';
export { ReceptionStages } from './receptions/reception-stages.service.js';

// Bookings, and the cases that are opened for them
export {
  bookingCancelSchema,
  bookingSchema,
  bookingStates,
  markSchema,
  residentBookingSchema,
  residentCancelSchema,
  spotCaseSchema,
  type BookingCancel,
  type BookingDraft,
  type BookingMark,
  type BookingReceipt,
  type PublicBooking,
  type PublicReception,
  type ReceptionView,
  type ResidentBooking,
  type SpotCase,
} from './bookings/booking.js';
export { BookingDesk } from './bookings/booking-desk.service.js';
export { PublicBookings } from './bookings/public-bookings.service.js';
export { SpotCases } from './bookings/spot-cases.service.js';
export { outreachSealedTables } from './bookings/sealed-booking.js';
export { blankBookings } from './bookings/booking-retention.sql.js';
export { contentsOfPledges } from './pledges/pledge-file.sql.js';
