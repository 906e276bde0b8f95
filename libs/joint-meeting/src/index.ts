// Module and schema
export { JointMeetingModule } from './joint-meeting.module.js';
export { jointMeetingEntities, jointMeetingMigrations } from './joint-meeting.schema.js';

// The queue
export { QueueService } from './topics/queue.service.js';
export { topicReasonNames, type QueueItem, type TopicReason } from './topics/topic.js';
