import type { WorkingCalendars } from '../core/environment.js';

const DAY = 86_400_000;

/** A small calendar for specs of the core: Monday to Friday in UTC, closing at 09:30, terms in whole days (`PnD`). */
export const weekdays: WorkingCalendars = {
  has: (id) => id === 'weekdays',
  addDuration(_id, from, duration) {
    const days = /^P(\d+)D$/.exec(duration)?.[1];
    if (days === undefined) throw new Error(`duration "${duration}" is not in whole days, such as P3D`);
    let at = Math.floor(Date.parse(from) / DAY);
    for (let left = Number(days); left > 0;) {
      at += 1;
      if (isWorking(at)) left -= 1;
    }
    return closing(at);
  },
  addPause(_id, dueAt, _duration, pausedFrom, pausedTo) {
    let at = Math.floor(Date.parse(dueAt) / DAY);
    for (
      let day = Math.floor(Date.parse(pausedFrom) / DAY) + 1;
      day <= Math.floor(Date.parse(pausedTo) / DAY);
      day += 1
    ) {
      if (!isWorking(day)) continue;
      do at += 1;
      while (!isWorking(at));
    }
    return closing(at);
  },
};

function isWorking(day: number): boolean {
  return (day + 3) % 7 < 5; // 1970-01-01 was a Thursday
}

function closing(day: number): string {
  return new Date(day * DAY + 9.5 * 3_600_000).toISOString();
}
