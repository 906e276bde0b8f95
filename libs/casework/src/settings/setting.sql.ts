import type { Database, Transaction } from '@lianban/platform';

/** A value that was decided; rows are added, never changed, so that an earlier day is counted as it was then. */
export interface SettingRow {
  /** Grows with each decision; who decides names the one that they have seen. */
  readonly version: number;
  readonly value: unknown;
  readonly note: string;
  readonly by: string;
  readonly at: Date;
}

/** The last values of a setting before an instant, the newest first. */
export async function settingsBefore(
  db: Database | Transaction,
  key: string,
  { before, limit }: { readonly before: Date; readonly limit: number },
): Promise<SettingRow[]> {
  return await db.query<SettingRow>({
    name: 'casework-settings',
    text: `SELECT id::int AS version, value, note, coalesce(decided_by_name, '') AS by, valid_from AS at FROM casework.setting
           WHERE key = $1 AND valid_from < $2 ORDER BY id DESC LIMIT $3`,
    values: [key, before, limit],
  });
}

/** One decision at a time, so that the second of two sees the first. */
export async function lockSettings(tx: Transaction): Promise<void> {
  await tx.query({ text: 'LOCK TABLE casework.setting IN SHARE ROW EXCLUSIVE MODE' });
}

/** Gives its version. */
export async function insertSetting(
  tx: Transaction,
  key: string,
  row: Omit<SettingRow, 'by' | 'version'> & { readonly by: { readonly id: string; readonly name: string } },
): Promise<number> {
  const [inserted] = await tx.query<{ version: number }>({
    name: 'casework-insert-setting',
    text: `INSERT INTO casework.setting (key, value, note, valid_from, decided_by, decided_by_name)
           VALUES ($1, $2, $3, $4, $5, $6) RETURNING id::int AS version`,
    values: [key, JSON.stringify(row.value), row.note, row.at, row.by.id, row.by.name],
  });
  return inserted?.version ?? 0;
}

/** A setting as it counted at the end of a day, and as it counts now. */
export interface SettingAsOf {
  /** Up to when the past is known: the end of the day, or now. */
  readonly known: Date;
  readonly value: unknown;
  readonly current: unknown;
}

/** @param asOf.day as YYYY-MM-DD in the time zone; null, or a day that has not ended: now */
export async function settingAsOf(
  db: Database,
  key: string,
  asOf: { readonly day: string | null; readonly timeZone: string; readonly now: Date },
): Promise<SettingAsOf> {
  const [row] = await db.query<SettingAsOf>({
    name: 'casework-setting-as-of',
    text: `
      WITH counted AS (
        SELECT id, value, valid_from FROM casework.setting WHERE key = $1 AND valid_from < $4)
      SELECT known, (SELECT value FROM counted ORDER BY id DESC LIMIT 1) AS current,
        (SELECT value FROM counted WHERE valid_from < known ORDER BY id DESC LIMIT 1) AS value
      FROM (SELECT least(($2::date + 1)::timestamp AT TIME ZONE $3, $4) AS known) AS bound`,
    values: [key, asOf.day, asOf.timeZone, asOf.now],
  });
  if (!row) throw new Error(`expected a row for the setting "${key}", but there is none`);
  return row;
}
