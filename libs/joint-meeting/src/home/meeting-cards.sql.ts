import type { HomeCardSource, HomeReader, SqlValues } from '@lianban/casework';
import type { Permission } from '@lianban/identity';
import { shownSql } from '../meetings/meeting.sql.js';
import { mayKnow } from '../meetings/reader.sql.js';

/** Meetings, their topics and whistles, as far as they wait for somebody. */
export const meetingCards: readonly HomeCardSource[] = [
  {
    id: 'meetings',
    permission: 'joint-meeting.read',
    things: (reader, sql) => {
      const mine = reader.access.can(reader.principal, 'joint-meeting.manage') ? '' : `AND ${takesPart(reader, sql)}`;
      return `SELECT meeting.called_at AS since, meeting.at AS due FROM ${seen(reader, sql)}
        AND meeting.sign_by IS NULL AND meeting.at >= ${reader.today} ${mine}`;
    },
  },
  {
    id: 'minutes',
    permission: 'joint-meeting.read',
    things: (reader, sql) => `SELECT NULL::timestamptz AS since, meeting.sign_by AS due FROM ${seen(reader, sql)}
      AND meeting.issued_at IS NULL AND meeting.sign_by > ${reader.now} AND ${takesPart(reader, sql, 'stance IS NULL')}`,
  },
  {
    id: 'topics',
    permission: 'joint-meeting.manage',
    things: (reader, sql) => {
      const units = unitsOf(reader, 'joint-meeting.read', sql);
      const names = { caseId: 'topic.case_id', visibleTo: 'topic.visible_to', account: reader.account, units };
      return `SELECT topic.queued_at AS since, step.due_at AS due FROM joint_meeting.topic
          JOIN casework.step ON step.instance_id = topic.instance_id AND step.key = topic.key
        WHERE topic.state = 'queued' AND topic.visible_to && ${units}::text[] AND ${mayKnow(names)}`;
    },
  },
  {
    id: 'whistles',
    permission: 'task.handle',
    things: (reader, sql) => {
      const units = unitsOf(reader, 'case.read', sql);
      const names = { caseId: 'whistle.case_id', visibleTo: 'whistle.visible_to', account: reader.account, units };
      return `SELECT whistle.blown_at AS since, called.report_by AS due FROM joint_meeting.whistle_unit called
          JOIN joint_meeting.whistle ON whistle.id = called.whistle_id
        WHERE called.unit_id = ANY(${handledBy(reader, sql)}) AND called.arrived_at IS NULL AND whistle.ended_at IS NULL
          AND ${mayKnow(names)}`;
    },
  },
];

/** Meetings of which somebody may know. */
function seen(reader: HomeReader, sql: SqlValues): string {
  const units = unitsOf(reader, 'joint-meeting.read', sql);
  return `joint_meeting.meeting CROSS JOIN LATERAL (${shownSql({ units, account: reader.account })}) shown
    WHERE meeting.visible_to && ${units}::text[] AND NOT shown.accused`;
}

/** Condition on `meeting`: a unit was asked for which the person speaks. */
function takesPart(reader: HomeReader, sql: SqlValues, and = 'true'): string {
  return `EXISTS (SELECT FROM joint_meeting.participant WHERE participant.meeting_id = meeting.id
    AND participant.unit_id = ANY(${handledBy(reader, sql)}) AND ${and})`;
}

function handledBy({ principal, access }: HomeReader, sql: SqlValues): string {
  const units = principal.units.filter(({ path }) => access.canIn(principal, 'task.handle', path));
  return sql.bind(
    units.map(({ id }) => id),
    'text[]',
  );
}

function unitsOf({ principal, access }: HomeReader, permission: Permission, sql: SqlValues): string {
  return sql.bind(access.unitScope(principal, permission).unitIds, 'text[]');
}
