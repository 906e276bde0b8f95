import type { EntityClass, MigrationClass } from '@lianban/platform';
import { Closings1797000000023 } from './migrations/closings.js';
import { CreateJointMeeting1795426600000 } from './migrations/create-joint-meeting.js';
import { Meetings1795900000002 } from './migrations/meetings.js';
import { Materials1797000000025 } from './migrations/materials.js';
import { MinutesTemplates1797000000022 } from './migrations/minutes-templates.js';
import { Participants1797000000003 } from './migrations/participants.js';
import { Whistles1797000000024 } from './migrations/whistles.js';
import { WhistleNotice1797000000026 } from './migrations/whistle-notice.js';
import { Postponements1797000000021 } from './migrations/postponements.js';

/** Entities of the schema `joint_meeting`: none, its tables are read and written by statements. */
export const jointMeetingEntities: readonly EntityClass[] = [];

/** Migrations of the schema `joint_meeting`. */
export const jointMeetingMigrations: readonly MigrationClass[] = [
  CreateJointMeeting1795426600000,
  Meetings1795900000002,
  Participants1797000000003,
  Postponements1797000000021,
  MinutesTemplates1797000000022,
  Closings1797000000023,
  Whistles1797000000024,
  Materials1797000000025,
  WhistleNotice1797000000026,
];
