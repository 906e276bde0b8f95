import type { Database, Transaction } from '@lianban/platform';
import type { MinutesTemplate, MinutesWording } from './minutes-template.js';

/** The last versions, the newest first. */
export async function templates(db: Database): Promise<MinutesTemplate[]> {
  const rows = await db.query<Omit<MinutesTemplate, 'madeAt'> & { readonly madeAt: Date }>({
    name: 'joint-meeting-templates',
    text: `SELECT version, title, preamble, closing, made_at AS "madeAt", made_by_name AS "madeBy"
           FROM joint_meeting.minutes_template ORDER BY version DESC LIMIT 50`,
  });
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
}

/** Writes a version and gives its number. */
export async function insertTemplate(
  tx: Transaction,
  { title, preamble, closing }: MinutesWording,
  { now, by }: { readonly now: Date; readonly by: { readonly id: string; readonly name: string } },
): Promise<number> {
  const [row] = await tx.query<{ version: number }>({
    name: 'joint-meeting-insert-template',
    text: `INSERT INTO joint_meeting.minutes_template (title, preamble, closing, made_at, made_by, made_by_name)
           VALUES ($1, $2, $3, $4, $5, $6) RETURNING version`,
    values: [title, preamble, closing, now, by.id, by.name],
  });
  return row?.version ?? 0;
}

/** The wording of a meeting's minutes: that under which they were sent to be signed, before that the newest. */
export async function templateOf(db: Database, meetingId: string): Promise<MinutesWording> {
  const [row] = await db.query<MinutesWording>({
    name: 'joint-meeting-template-of',
    text: `SELECT title, preamble, closing FROM joint_meeting.minutes_template
           WHERE version = coalesce((SELECT template_version FROM joint_meeting.meeting WHERE id = $1),
             (SELECT max(version) FROM joint_meeting.minutes_template))`,
    values: [meetingId],
  });
  return row ?? { title: '', preamble: '', closing: '' };
}
