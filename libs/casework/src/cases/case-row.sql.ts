import type { Database } from '@lianban/platform';
import type { CaseLevel, CaseState } from './case.js';

/** A case as it is stored, unmasked: it must not leave the lib as it stands. */
export interface CaseRow {
  readonly id: string;
  readonly code: string;
  readonly queryCode: string;
  readonly title: string;
  readonly text: string;
  readonly channelCode: string;
  readonly channelName: string;
  readonly categoryCode: string | null;
  readonly categoryName: string | null;
  readonly address: string | null;
  readonly stationId: string | null;
  readonly firstUnitId: string;
  readonly firstUnitName: string;
  readonly urgency: 'normal' | 'urgent';
  readonly anonymous: boolean;
  readonly residentName: string | null;
  readonly residentPhone: string | null;
  readonly state: CaseState;
  readonly level: CaseLevel | null;
  readonly registeredBy: string | null;
  readonly registeredByName: string | null;
  readonly instanceId: string;
  readonly definitionKey: string | null;
  readonly definitionVersion: number | null;
  readonly definitionName: string | null;
  readonly receivedAt: Date;
  readonly closedAt: Date | null;
  readonly reopenedAt: Date | null;
  readonly aboutUnitId: string | null;
  readonly aboutUnitName: string | null;
  readonly dispositionCode: string | null;
  readonly dispositionName: string | null;
  readonly reply: string | null;
  readonly returns: number;
  readonly escalations: number;
}

const select = `SELECT file.id, file.code, query_code AS "queryCode", title, text, channel_code AS "channelCode",
    channel.name AS "channelName", category_code AS "categoryCode", category.name AS "categoryName", address,
    station_id AS "stationId", first_unit_id AS "firstUnitId", first_unit_name AS "firstUnitName", urgency, anonymous,
    resident_name AS "residentName", resident_phone AS "residentPhone", state, level,
    registered_by AS "registeredBy", registered_by_name AS "registeredByName", instance_id AS "instanceId",
    definition_key AS "definitionKey",
    definition_version AS "definitionVersion", definition_name AS "definitionName", received_at AS "receivedAt",
    closed_at AS "closedAt", reopened_at AS "reopenedAt", returns, escalations,
    disposition_code AS "dispositionCode", disposition.name AS "dispositionName", reply,
    about_unit_id AS "aboutUnitId", about_unit_name AS "aboutUnitName"
  FROM casework.case_file file JOIN casework.channel ON channel.code = file.channel_code
    LEFT JOIN casework.category ON category.code = file.category_code
    LEFT JOIN casework.disposition ON disposition.code = file.disposition_code`;

/** The case with this id, whoever asks. */
export async function findCaseRow(database: Database, id: string): Promise<CaseRow | undefined> {
  const [row] = await database.query<CaseRow>({
    name: 'casework-case',
    text: `${select} WHERE file.id = $1`,
    values: [id],
  });
  return row;
}

/** The case with this code, whoever asks. */
export async function findCaseRowByCode(database: Database, code: string): Promise<CaseRow | undefined> {
  const text = `${select} WHERE file.code = $1`;
  const [row] = await database.query<CaseRow>({ name: 'casework-case-by-code', text, values: [code] });
  return row;
}
