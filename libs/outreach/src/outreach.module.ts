import { Module, type OnModuleInit } from '@nestjs/common';
import { CaseworkModule, ReferenceRegistry } from '@lianban/casework';
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
import { Appointments } from './bookings/appointments.service.js';
import { BookingDesk } from './bookings/booking-desk.service.js';
import { PublicBookings } from './bookings/public-bookings.service.js';
import { SpotCases } from './bookings/spot-cases.service.js';
import { ReceptionAccess } from './receptions/reception-access.service.js';
import { receptionLists } from './receptions/reception-lists.data.js';
import { ReceptionLog } from './receptions/reception-log.service.js';
import { ReceptionPlans } from './receptions/reception-plans.service.js';
import { ReceptionQuery } from './receptions/reception-query.service.js';
import { ReceptionStages } from './receptions/reception-stages.service.js';
import { ReceptionFollower } from './succession/reception-follower.service.js';

const services = [
  BookingDesk,
  PledgeFileService,
  PledgeQueryService,
  PledgeService,
  PublicBookings,
  PublicPledgeService,
  ReceptionPlans,
  ReceptionQuery,
  ReceptionStages,
  ReviewQueryService,
  ReviewService,
  SpotCases,
];

/** What units do for residents beside the cases: what they pledge, and when they receive. */
@Module({
  imports: [CaseworkModule, EngineModule, IdentityModule, OrganisationModule],
  providers: [
    ...services,
    Appointments,
    PledgeActs,
    PledgeFollower,
    PledgeTrail,
    ReceptionAccess,
    ReceptionFollower,
    ReceptionLog,
  ],
  exports: services,
})
export class OutreachModule implements OnModuleInit {
  readonly #lists: ReferenceRegistry;

  constructor(lists: ReferenceRegistry) {
    this.#lists = lists;
  }

  onModuleInit(): void {
    this.#lists.register(...receptionLists);
  }
}
