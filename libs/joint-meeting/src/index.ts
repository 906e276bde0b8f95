// Module and schema
export { JointMeetingModule } from './joint-meeting.module.js';
export { jointMeetingEntities, jointMeetingMigrations } from './joint-meeting.schema.js';

// Meetings
export { DecisionService } from './meetings/decision.service.js';
export { MeetingService } from './meetings/meeting.service.js';
export { PostponementService } from './meetings/postponement.service.js';
export {
  agendaSchema,
  decisionSchema,
  meetingSchema,
  postponementSchema,
  type Decision,
  type MeetingItem,
  type MeetingView,
  type NewAgenda,
  type NewMeeting,
  type Postponement,
} from './meetings/meeting.js';

// What became of decisions
export {
  closingSchema,
  decisionOrderSchema,
  type Closing,
  type DecisionOrder,
  type FollowUpItem,
} from './follow-up/follow-up.js';
export { FollowUpActs } from './follow-up/follow-up-acts.service.js';
export { FollowUpBoard } from './follow-up/follow-up-board.service.js';

// Materials
export type { Material } from './materials/material.js';
export { MaterialService } from './materials/material.service.js';

// Minutes
export { factsOf, filled } from './minutes/minutes.rules.js';
export { minutesTemplateSchema, type MinutesTemplate, type MinutesWording } from './minutes/minutes-template.js';
export { MinutesTemplateService } from './minutes/minutes-template.service.js';

// The course of a meeting
export {
  attendanceSchema,
  confirmationSchema,
  countersigningSchema,
  invitationSchema,
  signatureSchema,
  type Attendance,
  type Confirmation,
  type Countersigning,
  type Invitation,
  type Participant,
  type Signature,
} from './participants/participant.js';
export { SessionService } from './participants/session.service.js';

// The queue
export type { CaseTopic } from './topics/case-topic.js';
export { CaseDecisions } from './topics/case-decisions.service.js';
export { QueueService } from './topics/queue.service.js';
export { topicReasonNames, type QueueItem, type TopicReason } from './topics/topic.js';

// Whistles
export {
  arrivalSchema,
  whistleEndSchema,
  whistleSchema,
  whistleScoreSchema,
  type Arrival,
  type NewWhistle,
  type Scoring,
  type WhistleEnd,
  type WhistleItem,
  type WhistleKind,
  type WhistleView,
} from './whistles/whistle.js';
export { WhistleQuery } from './whistles/whistle-query.service.js';
export { WhistleService } from './whistles/whistle.service.js';
export { WhistleWatch } from './whistles/whistle-watch.service.js';
export { contentsOfMaterials } from './materials/material-contents.sql.js';
