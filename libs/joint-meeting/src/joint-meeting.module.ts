import { Module, type OnModuleInit } from '@nestjs/common';
import { CaseworkModule, HomeCards, HomeModule, ReferenceRegistry } from '@lianban/casework';
import { EngineModule } from '@lianban/engine';
import { IdentityModule } from '@lianban/identity';
import { OrganisationModule } from '@lianban/organisation';
import { DecisionService } from './meetings/decision.service.js';
import { MeetingService } from './meetings/meeting.service.js';
import { PostponementService } from './meetings/postponement.service.js';
import { MaterialService } from './materials/material.service.js';
import { MinutesTemplateService } from './minutes/minutes-template.service.js';
import { SessionService } from './participants/session.service.js';
import { meetingCards } from './home/meeting-cards.sql.js';
import { FollowUpActs } from './follow-up/follow-up-acts.service.js';
import { FollowUpBoard } from './follow-up/follow-up-board.service.js';
import { CaseDecisions } from './topics/case-decisions.service.js';
import { QueueService } from './topics/queue.service.js';
import { MeetingFollower } from './succession/meeting-follower.service.js';
import { whistleKindList } from './whistles/whistle-kinds.list.js';
import { WhistleQuery } from './whistles/whistle-query.service.js';
import { WhistleService } from './whistles/whistle.service.js';
import { WhistleWatch } from './whistles/whistle-watch.service.js';
import { TopicListener } from './topics/topic.listener.js';

const services = [
  CaseDecisions,
  DecisionService,
  FollowUpActs,
  FollowUpBoard,
  MaterialService,
  MeetingService,
  MinutesTemplateService,
  PostponementService,
  QueueService,
  SessionService,
  WhistleQuery,
  WhistleService,
  WhistleWatch,
];

/**
 * The joint meeting (联席会). Import it into every process that executes engine commands, after CaseworkModule: topics
 * follow the tasks of their processes.
 */
@Module({
  imports: [CaseworkModule, HomeModule, EngineModule, IdentityModule, OrganisationModule],
  providers: [...services, MeetingFollower, TopicListener],
  exports: services,
})
export class JointMeetingModule implements OnModuleInit {
  readonly #lists: ReferenceRegistry;
  readonly #cards: HomeCards;

  constructor(lists: ReferenceRegistry, cards: HomeCards) {
    this.#lists = lists;
    this.#cards = cards;
  }

  onModuleInit(): void {
    this.#lists.register(whistleKindList);
    this.#cards.register(...meetingCards);
  }
}
