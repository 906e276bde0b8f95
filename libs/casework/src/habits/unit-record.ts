import { z } from 'zod';

const unit = z.string().min(1).max(64).describe('Id of a unit');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, '应为 YYYY-MM');

/** What units write down by habit. */
export const recordKinds = ['day', 'meeting', 'report'] as const;

export type RecordKind = (typeof recordKinds)[number];

/** Of which unit and month the records are asked for. */
export const unitRecordsQuerySchema = z.object({ unit, month });

/** Signs a record: of a day, of the monthly meeting, or the situation report of a month. */
export const unitRecordSchema = z
  .object({
    unit,
    kind: z.enum(recordKinds),
    period: z.string().max(10).describe('YYYY-MM-DD of a day, else YYYY-MM'),
    remark: z.string().trim().max(4_000, '不能超过 4000 字').default(''),
  })
  .meta({ id: 'NewUnitRecord' });

/** The unit above has read a situation report. */
export const receiptSchema = z.object({ unit, month }).meta({ id: 'ReportReceipt' });

export type UnitRecordsQuery = z.output<typeof unitRecordsQuerySchema>;
export type NewUnitRecord = z.output<typeof unitRecordSchema>;
export type ReportReceipt = z.output<typeof receiptSchema>;

/** What a unit did in a day or a month. */
export interface UnitWork {
  /** Requests for which it was asked first. */
  readonly registered: number;
  /** Tasks of cases that it finished. */
  readonly handled: number;
  /** Tasks whose term ran out there. */
  readonly lapsed: number;
}

/** A record as it was signed. */
export interface SignedRecord {
  readonly counts: UnitWork;
  readonly remark: string;
  readonly signedBy: string;
  readonly signedAt: string;
  readonly receivedBy: string | null;
  readonly receivedAt: string | null;
}

/** A day of a unit. */
export interface UnitDay {
  readonly day: string;
  readonly working: boolean;
  readonly work: UnitWork;
  readonly record: SignedRecord | null;
  /** A working day that is over and that nobody has signed. */
  readonly missing: boolean;
  /** Whether the asker may sign it now. */
  readonly canSign: boolean;
}

/** A case for the agenda of the monthly meeting. */
export interface AgendaCase {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly step: string;
  readonly dueAt: string | null;
  readonly late: boolean;
}

/** The records of a unit in a month. */
export interface UnitRecords {
  readonly unit: { readonly id: string; readonly name: string };
  readonly month: string;
  readonly days: readonly UnitDay[];
  readonly missing: number;
  readonly total: UnitWork;
  /** Open cases of the unit, the earliest due first. */
  readonly agenda: readonly AgendaCase[];
  readonly meeting: SignedRecord | null;
  readonly report: SignedRecord | null;
  /** Whether the asker may sign meeting and report. */
  readonly canSign: boolean;
  /** Whether the asker may say that the report was read. */
  readonly canReceive: boolean;
}
