import { DispositionsService, StatisticsService, statisticsQuerySchema, StepTimesService } from '@lianban/casework';
import { ManualClock } from '@lianban/platform';
import { openDistrict, type Deployment } from './district.js';
import { DistrictDay } from './district-day.js';

/** What day is to be lived. */
export interface DayOptions {
  readonly cases: number;
  /** The same number gives the same day. */
  readonly seed: number;
  readonly workflows: readonly Deployment[];
}

/** What a simulated day came to. */
export interface DayResult {
  readonly cases: number;
  readonly staff: number;
  readonly meetings: number;
  /** What people did: registering, claiming, finishing, rating, returning, deciding. */
  readonly acts: number;
  readonly closed: number;
  /** Whole seconds that the day took, without the opening of database and accounts. */
  readonly seconds: number;
  /** Rates in percent, as the product's statistics tell them. */
  readonly rates: Readonly<Record<string, number | null>>;
  /** Where the statistics differ from what was counted as it was done; empty when they are right. */
  readonly differences: readonly string[];
}

const date = '2026-03-03';

/** Lives a working day of a district through the product's own services, on virtual time and a real database. */
export async function simulateDay(options: DayOptions): Promise<DayResult> {
  const clock = new ManualClock(`${date}T08:30:00+08:00`);
  const district = await openDistrict(clock, options.workflows);
  try {
    const day = new DistrictDay(district, options.seed);
    const begun = performance.now();
    await day.live(options.cases);
    const seconds = Math.round((performance.now() - begun) / 1000);
    const query = statisticsQuerySchema.parse({ from: date, to: date });
    const { engine } = district;
    const statistics = await engine.get(StatisticsService).of(day.leader, query);
    const dispositions = await engine.get(DispositionsService).of(day.leader, query);
    const stepTimes = await engine.get(StepTimesService).of(day.leader, query);
    const { tally } = day;
    return {
      cases: tally.received.size,
      staff: district.staff.length,
      meetings: day.meetings,
      acts: tally.acts,
      closed: tally.closed.size,
      seconds,
      rates: Object.fromEntries(
        statistics.rates.map(({ name, rate }) => [name, rate === null ? null : Math.round(rate * 1000) / 10]),
      ),
      differences: tally.differences({ statistics, dispositions, stepTimes }),
    };
  } finally {
    await district.engine.close();
  }
}
