import { Injectable } from '@nestjs/common';
import { CaseAccess } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { MeetingService } from '../meetings/meeting.service.js';
import { mayKnow } from '../meetings/reader.sql.js';
import type { CaseTopic } from './case-topic.js';
import { topicReasonNames, type TopicReason } from './topic.js';

/** Tells of one case what meetings had to decide on it, and did. */
@Injectable()
export class CaseDecisions {
  readonly #database: Database;
  readonly #cases: CaseAccess;
  readonly #meetings: MeetingService;

  constructor(database: Database, cases: CaseAccess, meetings: MeetingService) {
    this.#database = database;
    this.#cases = cases;
    this.#meetings = meetings;
  }

  /** Topics of the case that the person may see, with what put them off, the earliest first. @throws permission-missing, case-unknown */
  async of(principal: Principal, caseId: string): Promise<CaseTopic[]> {
    await this.#cases.require(principal, caseId);
    const { accountId, unitIds } = this.#meetings.readerOf(principal);
    const rows = await this.#database.query<TopicRow>({
      name: 'joint-meeting-topics-of-case',
      text: topicsText,
      values: [caseId, accountId, unitIds],
    });
    return rows.map(viewOf);
  }
}

const names = { caseId: 'topic.case_id', visibleTo: 'topic.visible_to', account: '$2', units: '$3' };

const topicsText = `
  WITH line AS (
    SELECT topic.*, NULL::text AS postponed FROM joint_meeting.topic
    WHERE case_id = $1 AND visible_to && $3::text[] AND ${mayKnow(names)}
  ), told AS (
    SELECT id, reason, unit_names, state, queued_at, meeting_id, decision, decided_at, postponed, closed_at,
      closed_by_name, closing_note, queued_at AS sort FROM line
    UNION ALL
    SELECT line.id, reason, unit_names, 'postponed', queued_at, put_off.meeting_id, NULL, NULL, put_off.opinion, NULL,
      NULL, NULL, put_off.at FROM line JOIN joint_meeting.postponement put_off ON put_off.topic_id = line.id)
  SELECT told.id, reason, unit_names AS units, told.state, queued_at AS "queuedAt", meeting.id AS "meetingId",
    meeting.title AS "meetingTitle", meeting.at AS "meetingAt", meeting.place AS "meetingPlace", decision,
    decided_at AS "decidedAt", postponed, closed_at AS "closedAt", closed_by_name AS "closedBy",
    closing_note AS "closingNote"
  FROM told LEFT JOIN joint_meeting.meeting ON meeting.id = told.meeting_id AND meeting.visible_to && $3::text[]
  ORDER BY sort, told.id LIMIT 100`;

interface TopicRow extends Omit<CaseTopic, 'reasonName' | 'queuedAt' | 'meeting' | 'decidedAt' | 'closedAt'> {
  readonly reason: TopicReason;
  readonly queuedAt: Date;
  readonly meetingId: string | null;
  readonly meetingTitle: string;
  readonly meetingAt: Date;
  readonly meetingPlace: string;
  readonly decidedAt: Date | null;
  readonly closedAt: Date | null;
}

function viewOf({ meetingId, meetingTitle: title, meetingAt, meetingPlace: place, ...row }: TopicRow): CaseTopic {
  const { reason, decision, ...topic } = row;
  return {
    ...topic,
    reasonName: topicReasonNames[reason],
    queuedAt: row.queuedAt.toISOString(),
    meeting: meetingId === null ? null : { id: meetingId, title, at: meetingAt.toISOString(), place },
    decision: decision && toldOf(decision),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}

function toldOf({ outcome, lead, helpers, opinion, by }: NonNullable<CaseTopic['decision']>): CaseTopic['decision'] {
  return { outcome, lead, helpers, opinion, by };
}
