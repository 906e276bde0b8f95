import { Inject, Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { UnitService, type Unit } from '@lianban/organisation';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import { localDay } from '../cases/case.rules.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { nothingToReceive, recordRefused } from './habit.errors.js';
import { dayLines, daysOf, isSignable, totalWork } from './unit-record.rules.js';
import { agendaOf, keepReceipt, keepRecord, recordsOf, workByDay } from './unit-record.sql.js';
import type {
  NewUnitRecord,
  RecordKind,
  ReportReceipt,
  SignedRecord,
  UnitRecords,
  UnitRecordsQuery,
  UnitWork,
} from './unit-record.js';

/**
 * What units write down by habit, filled from their cases: each day (日记实), the monthly meeting (月例会), and the
 * situation report that goes up the tree (情况报告).
 */
@Injectable()
export class UnitRecordService {
  readonly #database: Database;
  readonly #idempotency: IdempotencyService;
  readonly #access: AccessService;
  readonly #units: UnitService;
  readonly #calendars: EngineCalendars;
  readonly #clock: Clock;

  constructor(
    database: Database,
    idempotency: IdempotencyService,
    access: AccessService,
    units: UnitService,
    calendars: EngineCalendars,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#idempotency = idempotency;
    this.#access = access;
    this.#units = units;
    this.#calendars = calendars;
    this.#clock = clock;
  }

  /** The records of a unit in a month. @throws permission-missing, outside-scope, unit-unknown */
  async month(principal: Principal, { unit: unitId, month }: UnitRecordsQuery): Promise<UnitRecords> {
    const unit = await this.#units.get(unitId);
    this.#access.requireIn(principal, 'case.read', unit.path);
    const { timeZone } = this.#calendars;
    const calendar = this.#calendars.working();
    const records = await recordsOf(this.#database, unitId, month);
    const of = (kind: RecordKind): Map<string, SignedRecord> =>
      new Map(records.filter((each) => each.kind === kind).map(({ period, record }) => [period, record]));
    const days = dayLines(
      daysOf(month).map((day) => ({ day, working: calendar.day(day).working })),
      {
        work: await workByDay(this.#database, { unitId, month, timeZone }),
        records: of('day'),
        today: this.#today(),
        maySign: this.#worksIn(principal, unit),
      },
    );
    return {
      unit: { id: unit.id, name: unit.name },
      month,
      days,
      missing: days.filter(({ missing }) => missing).length,
      total: totalWork(days),
      agenda: await agendaOf(this.#database, { unitId, accountId: principal.accountId, now: this.#clock.now() }),
      meeting: of('meeting').get(month) ?? null,
      report: of('report').get(month) ?? null,
      canSign: this.#heads(principal, unit),
      canReceive: await this.#isAbove(principal, unit),
    };
  }

  /**
   * Signs a record with what the unit did by then: a day, by who works on tasks there and within a week; the meeting and
   * the report of a month, by who assigns tasks there.
   *
   * @throws permission-missing, outside-scope, unit-unknown, record-refused
   */
  async sign(
    principal: Principal,
    { unit: unitId, kind, period, remark }: NewUnitRecord,
    request?: IdempotentRequest,
  ): Promise<UnitRecords> {
    const unit = await this.#units.get(unitId);
    this.#access.requireIn(principal, kind === 'day' ? 'task.handle' : 'task.assign', unit.path);
    if (!principal.units.some(({ id }) => id === unitId))
      throw recordRefused('you do not work in this unit', '只能记录本单位的工作');
    const month = period.slice(0, 7);
    this.#checkPeriod(kind, period);
    const { days, total } = await this.month(principal, { unit: unitId, month });
    const counts: UnitWork | undefined = kind === 'day' ? days.find(({ day }) => day === period)?.work : total;
    if (!counts) throw recordRefused(`"${period}" is no day`, '日期不正确');
    const by = { id: principal.accountId, name: principal.displayName };
    const record = { unitId, kind, period, counts, remark, by, at: this.#clock.now() };
    await this.#idempotency.transaction(request, async (tx) => {
      if (!(await keepRecord(tx, record)))
        throw recordRefused('the unit above has received it', '上级已签收，不能再改');
    });
    return await this.month(principal, { unit: unitId, month });
  }

  /** Says that a report was read; by who assigns tasks in the unit above. @throws as month, nothing-to-receive */
  async receive(
    principal: Principal,
    { unit: unitId, month }: ReportReceipt,
    request?: IdempotentRequest,
  ): Promise<UnitRecords> {
    const unit = await this.#units.get(unitId);
    if (!(await this.#isAbove(principal, unit))) this.#access.requireIn(principal, 'task.assign', parentPath(unit));
    const receipt = { unitId, month, by: principal.displayName, at: this.#clock.now() };
    await this.#idempotency.transaction(request, async (tx) => {
      if (!(await keepReceipt(tx, receipt))) throw nothingToReceive();
    });
    return await this.month(principal, { unit: unitId, month });
  }

  #checkPeriod(kind: RecordKind, period: string): void {
    const today = this.#today();
    if (kind === 'day') {
      if (!/^\d{4}-\d{2}-\d{2}$/u.test(period) || !isSignable(period, today))
        throw recordRefused('a day is signed on the day or within a week', '只能记录当天和之前七天');
    } else if (!/^\d{4}-(0[1-9]|1[0-2])$/u.test(period) || period > today.slice(0, 7)) {
      throw recordRefused('a month is signed when it has begun', '月份不正确');
    }
  }

  #today(): string {
    return localDay(this.#clock.now(), this.#calendars.timeZone);
  }

  #worksIn(principal: Principal, unit: Unit): boolean {
    const there = principal.units.some(({ id }) => id === unit.id);
    return there && this.#access.canIn(principal, 'task.handle', unit.path);
  }

  #heads(principal: Principal, unit: Unit): boolean {
    return this.#worksIn(principal, unit) && this.#access.canIn(principal, 'task.assign', unit.path);
  }

  async #isAbove(principal: Principal, { parentId }: Unit): Promise<boolean> {
    if (parentId === null || !principal.units.some(({ id }) => id === parentId)) return false;
    return this.#access.canIn(principal, 'task.assign', (await this.#units.get(parentId)).path);
  }
}

/** The path of the unit above; of the topmost its own. */
function parentPath({ path, id, parentId }: Unit): string {
  return parentId === null ? path : path.slice(0, -`${id}/`.length);
}
