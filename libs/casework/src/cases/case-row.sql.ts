import type { Database } from '@lianban/platform';
import type { ClosingNeed } from '../service-record/service-record.js';
import { laneOf, type Lane } from '../mutual-aid/lane.sql.js';
import type { LegalHoldView } from '../retention/retention.js';
import type { CaseLevel, CaseState } from './case.js';

/** A case as it is stored; who asks is masked, but in cases that wait to be sealed: it must not leave the lib as it stands. */
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
  readonly ownerUnitId: string;
  readonly ownerUnitName: string;
  readonly closingNeeds: readonly ClosingNeed[];
  readonly urgency: 'normal' | 'urgent';
  readonly anonymous: boolean;
  readonly residentName: string | null;
  readonly residentPhone: string | null;
  readonly state: CaseState;
  readonly level: CaseLevel | null;
  readonly lane: Lane;
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
  /** What the resident was told; of a merged case, with the one that goes on. */
  readonly reply: string | null;
  readonly kindCode: string | null;
  readonly kindName: string | null;
  readonly campaignCode: string | null;
  readonly campaignName: string | null;
  readonly historicSince: string | null;
  readonly historicReason: string | null;
  readonly exitCode: string | null;
  readonly exitName: string | null;
  readonly mergedInto: string | null;
  readonly mainCode: string | null;
  readonly mainTitle: string | null;
  readonly mainState: CaseState | null;
  /** Why the personal data are kept beyond their term. */
  readonly legalHold: LegalHoldView | null;
  readonly anonymisedAt: Date | null;
  readonly notice: number | null;
  readonly returns: number;
  readonly escalations: number;
}

const select = `SELECT file.id, file.code, file.query_code AS "queryCode", file.title, file.text,
    file.channel_code AS "channelCode", channel.name AS "channelName", file.category_code AS "categoryCode",
    category.name AS "categoryName", file.address, file.station_id AS "stationId", file.first_unit_id AS "firstUnitId",
    file.first_unit_name AS "firstUnitName", file.owner_unit_id AS "ownerUnitId",
    file.owner_unit_name AS "ownerUnitName", file.closing_needs AS "closingNeeds", file.urgency, file.anonymous, coalesce(file.resident_name_masked, file.resident_name) AS "residentName",
    coalesce(file.resident_phone_masked, file.resident_phone) AS "residentPhone", file.state, file.level, ${laneOf('file.id')} AS lane, file.registered_by AS "registeredBy",
    file.registered_by_name AS "registeredByName", file.instance_id AS "instanceId",
    file.definition_key AS "definitionKey", file.definition_version AS "definitionVersion",
    file.definition_name AS "definitionName", file.received_at AS "receivedAt", file.closed_at AS "closedAt",
    file.reopened_at AS "reopenedAt", file.returns, file.escalations, disposition.code AS "dispositionCode",
    disposition.name AS "dispositionName", coalesce(main.reply, file.reply) AS reply,
    file.about_unit_id AS "aboutUnitId", file.about_unit_name AS "aboutUnitName", kind.code AS "kindCode",
    kind.name AS "kindName", campaign.code AS "campaignCode", campaign.name AS "campaignName",
    file.historic_since AS "historicSince", file.historic_reason AS "historicReason", file.notice_version::int AS notice, exit.code AS "exitCode", exit.name AS "exitName", file.merged_into AS "mergedInto",
    (SELECT json_build_object('reason', hold.reason, 'by', hold.by_name, 'at', to_json(hold.at AT TIME ZONE 'UTC') #>> '{}')
      FROM casework.legal_hold hold WHERE hold.case_id = file.id) AS "legalHold", file.anonymised_at AS "anonymisedAt",
    main.code AS "mainCode", main.title AS "mainTitle", main.state AS "mainState"
  FROM casework.case_file file JOIN casework.channel ON channel.code = file.channel_code
    LEFT JOIN casework.case_file main ON main.id = file.merged_into
    LEFT JOIN casework.category ON category.code = file.category_code
    LEFT JOIN casework.case_kind kind ON kind.code = file.kind_code
    LEFT JOIN casework.campaign ON campaign.code = file.campaign_code
    LEFT JOIN casework.intake_exit exit ON exit.code = file.exit_code
    LEFT JOIN casework.disposition ON disposition.code = coalesce(main.disposition_code, file.disposition_code)`;

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

/** The cases that are handled with this one, the earliest first. */
export async function mergedCases(
  database: Database,
  id: string,
): Promise<{ readonly id: string; readonly code: string; readonly title: string }[]> {
  return await database.query({
    name: 'casework-merged-cases',
    text: `SELECT id, code, title FROM casework.case_file WHERE merged_into = $1 ORDER BY received_at, id LIMIT 200`,
    values: [id],
  });
}
