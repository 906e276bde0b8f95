import type { Database } from '@lianban/platform';

/** Which of these contents a topic needs, also one off which the material was taken. */
export async function contentsOfMaterials(db: Database, contents: readonly string[]): Promise<readonly string[]> {
  const rows = await db.query<{ sha256: string }>({
    name: 'joint-meeting-contents-in-use',
    text: 'SELECT DISTINCT sha256 FROM joint_meeting.material WHERE sha256 = ANY($1::text[])',
    values: [contents],
  });
  return rows.map(({ sha256 }) => sha256);
}
