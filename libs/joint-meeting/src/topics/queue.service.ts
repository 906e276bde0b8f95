import { Inject, Injectable } from '@nestjs/common';
import { lightSql, TermTexts, type Light } from '@lianban/casework';
import { taskIdOf } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, Database, instantMark, pageOf, type Clock, type Page } from '@lianban/platform';
import { mayKnow } from '../meetings/reader.sql.js';
import { topicReasonNames, type QueueItem, type TopicReason } from './topic.js';

/** Reads the joint meeting's queue. */
@Injectable()
export class QueueService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #texts: TermTexts;
  readonly #clock: Clock;

  constructor(database: Database, access: AccessService, texts: TermTexts, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#texts = texts;
    this.#clock = clock;
  }

  /**
   * One page of the topics that wait, the longest waiting first, and how many there are in all (counting stops at
   * 1,000).
   *
   * @throws permission-missing, cursor-invalid
   */
  async list(
    principal: Principal,
    paging: { limit: number; after?: string | undefined },
  ): Promise<Page<QueueItem> & { total: number }> {
    this.#access.require(principal, 'joint-meeting.read');
    const { unitIds: units } = this.#access.unitScope(principal, 'joint-meeting.read');
    const now = this.#clock.now();
    const [at = null, id = null] = instantMark(paging.after) ?? [];
    const rows = await this.#database.query<QueueRow>({
      name: 'joint-meeting-queue',
      text: queueText,
      values: [units, now, at, id, paging.limit + 1, principal.accountId],
    });
    const [count] = await this.#database.query<{ total: number }>({
      text: `SELECT count(*)::int AS total FROM (SELECT FROM joint_meeting.topic
               WHERE state IN ('queued', 'scheduled') AND visible_to && $1::text[]
                 AND ${mayKnow({ ...topicNames, account: '$2' })} LIMIT 1000) AS lines`,
      values: [units, principal.accountId],
    });
    const page = pageOf(rows, paging.limit, (row) => [row.mark, row.id]);
    const items = page.items.map((row) => itemOf(row, row.suspended ? null : this.#texts.remaining(row, now)));
    return { items, next: page.next, total: count?.total ?? 0 };
  }
}

const topicNames = { caseId: 'topic.case_id', visibleTo: 'topic.visible_to', units: '$1' };

const queueText = `
  SELECT topic.id, topic.case_id AS "caseId", file.code, file.title, topic.reason, topic.state = 'scheduled' AS scheduled,
    (SELECT count(*)::int FROM joint_meeting.postponement WHERE topic_id = topic.id) AS postponed, step.unit_name AS unit,
    topic.unit_names AS units, topic.queued_at AS "queuedAt", topic.queued_at::text AS mark, step.due_at AS "dueAt",
    step.calendar_id AS "calendarId", step.suspended, topic.instance_id AS "instanceId", topic.key,
    ${lightSql('step', '$2::timestamptz')} AS light
  FROM joint_meeting.topic JOIN casework.case_file file ON file.id = topic.case_id
    JOIN casework.step ON step.instance_id = topic.instance_id AND step.key = topic.key
  WHERE topic.state IN ('queued', 'scheduled') AND topic.visible_to && $1::text[]
    AND ${mayKnow({ ...topicNames, account: '$6' })}
    AND ($3::timestamptz IS NULL OR (topic.queued_at, topic.id) > ($3::timestamptz, $4::uuid))
  ORDER BY topic.queued_at, topic.id LIMIT $5`;

interface QueueRow {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly reason: TopicReason;
  readonly scheduled: boolean;
  readonly postponed: number;
  readonly unit: string | null;
  readonly units: readonly string[];
  readonly queuedAt: Date;
  readonly mark: string;
  readonly dueAt: Date | null;
  readonly calendarId: string | null;
  readonly suspended: boolean;
  readonly instanceId: string;
  readonly key: number;
  readonly light: Light | null;
}

function itemOf(row: QueueRow, remaining: string | null): QueueItem {
  const { id, caseId, code, title, reason, scheduled, postponed, unit, units, light } = row;
  return {
    id,
    caseId,
    code,
    title,
    reason,
    reasonName: topicReasonNames[reason],
    scheduled,
    postponed,
    unit,
    units,
    queuedAt: row.queuedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    light,
    remaining,
    taskId: taskIdOf(row.instanceId, row.key),
  };
}
