import { Inject, Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, Database, pageOf, uuidMark, type Clock, type Page } from '@lianban/platform';
import { notRecused } from '../recusals/recusal.sql.js';
import type { MediationView } from '../mediations/mediation.js';
import { maskedMediation } from '../mediations/mediation.rules.js';
import { mediationOfSide, openMediation, type MediationRow } from '../mediations/mediation.sql.js';
import type { SideKind } from './side-process.js';

/** How a side process stands: asked, answered and looked at, lapsed without an answer, or over. */
export type SideState = 'asked' | 'answered' | 'lapsed' | 'ended';

/** A helper or a supervision order, with what came of it. */
export interface SideView {
  readonly id: string;
  readonly kind: SideKind;
  readonly state: SideState;
  readonly unit: string;
  /** Name of the supervision trigger. */
  readonly trigger: string | null;
  /** Name of the skill that is asked of volunteers. */
  readonly skill: string | null;
  readonly text: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly dueAt: string | null;
  /** Whether the term is over without an answer, or was when the answer came. */
  readonly late: boolean;
  readonly answer: string | null;
  /** Name of the outcome by which it was answered. */
  readonly answeredAs: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  /** Of a mediation: between whom, and on what they agreed. */
  readonly mediation: MediationView | null;
}

/** A supervision order in the list of all. */
export interface SupervisionItem extends SideView {
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
}

const columns = `side.id, side.kind, side.unit_name AS unit, trigger.name AS trigger, side.text,
  (SELECT name FROM casework.volunteer_skill WHERE code = side.skill_code) AS skill,
  side.asked_by_name AS "askedBy", side.asked_at AS "askedAt", side.due_at AS "dueAt", side.lapses, side.answer,
  side.answered_as AS "answeredAs", side.answered_by_name AS "answeredBy", side.answered_at AS "answeredAt", side.ended_at AS "endedAt",
  ${mediationOfSide} AS mediation`;

/** Reads helpers and supervision orders. */
@Injectable()
export class SideQueryService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #clock: Clock;

  constructor(database: Database, access: AccessService, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#clock = clock;
  }

  /** Those of one case, the earliest first; for who may read it, which the caller has checked. */
  async ofCase(caseId: string): Promise<SideView[]> {
    const rows = await this.#database.query<SideRow>({
      name: 'casework-sides-of-case',
      text: `SELECT ${columns} FROM casework.side_process side
             LEFT JOIN casework.supervision_trigger trigger ON trigger.code = side.trigger_code
             WHERE side.case_id = $1 ORDER BY side.asked_at, side.id LIMIT 100`,
      values: [caseId],
    });
    return rows.map((row) => this.#viewOf(row, this.#clock.now()));
  }

  /**
   * Supervision orders over the units that the person may supervise, the newest first.
   *
   * @throws permission-missing, cursor-invalid
   */
  async supervisions(
    principal: Principal,
    query: {
      readonly open?: boolean | undefined;
      readonly unit?: string | undefined;
      readonly limit: number;
      readonly after?: string | undefined;
    },
  ): Promise<Page<SupervisionItem>> {
    this.#access.require(principal, 'supervision.read');
    const { paths } = this.#access.unitScope(principal, 'supervision.read');
    const rows = await this.#database.query<SideRow & Pick<SupervisionItem, 'caseId' | 'code' | 'title'>>({
      name: 'casework-supervisions',
      text: `SELECT ${columns}, file.id AS "caseId", file.code, file.title FROM casework.side_process side
             JOIN casework.case_file file ON file.id = side.case_id
             JOIN organisation.unit ON unit.id = side.unit_id
             LEFT JOIN casework.supervision_trigger trigger ON trigger.code = side.trigger_code
             WHERE side.kind = 'supervision' AND unit.path LIKE ANY($1::text[])
               AND ($2::uuid IS NULL OR side.id < $2) AND ($3::boolean IS NULL OR (side.ended_at IS NULL) = $3)
               AND ($5::text IS NULL OR side.unit_id = $5) AND ${notRecused('file.id', '$6')}
             ORDER BY side.id DESC LIMIT $4`,
      values: [
        paths.map((path) => `${path}%`),
        uuidMark(query.after) ?? null,
        query.open ?? null,
        query.limit + 1,
        query.unit ?? null,
        principal.accountId,
      ],
    });
    const now = this.#clock.now();
    const page = pageOf(rows, query.limit, ({ id }) => [id]);
    return {
      items: page.items.map((row) => ({
        ...this.#viewOf(row, now),
        caseId: row.caseId,
        code: row.code,
        title: row.title,
      })),
      next: page.next,
    };
  }

  #viewOf(row: SideRow, now: Date): SideView {
    const mediation = row.mediation && maskedMediation(openMediation(this.#database, row.id, row.mediation));
    return { ...viewOf(row, now), mediation };
  }
}

interface SideRow extends Omit<
  SideView,
  'state' | 'late' | 'askedAt' | 'dueAt' | 'answeredAt' | 'endedAt' | 'mediation'
> {
  readonly mediation: MediationRow | null;
  readonly askedAt: Date;
  readonly dueAt: Date | null;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly lapses: number;
}

function viewOf(row: SideRow, now: Date): Omit<SideView, 'mediation'> {
  const { id, kind, unit, trigger, skill, text, askedBy, answer, answeredAs, answeredBy } = row;
  return {
    id,
    kind,
    state: stateOf(row),
    unit,
    trigger,
    skill,
    text,
    askedBy,
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    late: row.lapses > 0 || (row.answeredAt === null && row.dueAt !== null && row.dueAt < now && row.endedAt === null),
    answer,
    answeredAs,
    answeredBy,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

function stateOf({ endedAt, answeredAt, lapses, kind }: SideRow): SideState {
  if (isHelper(kind) && endedAt && answeredAt === null && lapses > 0) return 'lapsed';
  if (endedAt) return 'ended';
  if (answeredAt) return 'answered';
  return lapses > 0 ? 'lapsed' : 'asked';
}

const helperKinds: ReadonlySet<SideKind> = new Set(['assist', 'countersign', 'consult', 'mediation', 'mutual-aid']);

function isHelper(kind: SideKind): boolean {
  return helperKinds.has(kind);
}
