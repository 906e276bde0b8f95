import type { FieldError } from '@lianban/platform';
import type { ReceptionPlan, SlotTime } from './reception.js';
import { isTooLong } from './series.rules.js';

/** The parts of a reception, one after the other from its beginning. */
export function slotTimes(of: {
  readonly from: string;
  readonly slotMinutes: number;
  readonly slots: number;
}): SlotTime[] {
  const begin = minuteOf(of.from);
  return Array.from({ length: of.slots }, (_, index) => ({
    slot: index + 1,
    from: timeOf(begin + index * of.slotMinutes),
    to: timeOf(begin + (index + 1) * of.slotMinutes),
  }));
}

/** Why a plan cannot be kept, at its fields; none: it can. @param today the local day */
export function planProblems(plan: ReceptionPlan, today: string): FieldError[] {
  const { from, to, slots, slotMinutes, day, series } = plan;
  const problems: FieldError[] = [];
  if (to <= from) problems.push({ field: 'to', message: '结束时间应当晚于开始时间' });
  else if (minuteOf(from) + slots * slotMinutes > minuteOf(to))
    problems.push({ field: 'slots', message: '时段放不进接待时间，请减少时段数或缩短每段' });
  if (day < today) problems.push({ field: 'day', message: '接待日不能早于今天' });
  if (series && series.until < day) problems.push({ field: 'series.until', message: '截止日期不能早于首日' });
  if (series && isTooLong(day, series))
    problems.push({ field: 'series.until', message: '一次最多排 60 场，请提前截止日期' });
  return problems;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function timeOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
