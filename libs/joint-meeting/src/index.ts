// Module and schema
export { JointMeetingModule } from './joint-meeting.module.js';
export { jointMeetingEntities, jointMeetingMigrations } from './joint-meeting.schema.js';

// Meetings
export { DecisionService } from './meetings/decision.service.js';
export { MeetingService } from './meetings/meeting.service.js';
export {
  decisionSchema,
  meetingSchema,
  type Decision,
  type MeetingItem,
  type MeetingView,
  type NewMeeting,
} from './meetings/meeting.js';

// The queue
export { QueueService } from './topics/queue.service.js';
export { topicReasonNames, type QueueItem, type TopicReason } from './topics/topic.js';
