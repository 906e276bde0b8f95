import { describe, expect, it } from '@jest/globals';
import { compileDeployment } from '../../compile/compile-deployment.js';
import type { CompiledDefinitions } from '../../model/compiled-process.js';
import { boundary, flows, model, node, timer } from '../../testing/model.js';
import { weekdays } from '../../testing/weekdays.js';
import { reportOf } from './load-report.js';
import { simulateCase, type LoadCase, type LoadOptions } from './simulate-case.js';

/** A check of two hours at most, then a decision, which nobody hurries. */
const twoSteps = model(
  node('startEvent', 's') +
    node('userTask', 'check', 'name="Check"') +
    boundary('late', 'check', timer('Duration', 'PT2H')) +
    node('userTask', 'decide') +
    node('endEvent', 'e') +
    flows('s check', 'check decide', 'late decide', 'decide e'),
);

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 2, 2, hour, minute)).toISOString();
const until = at(24);

async function definitionsOf(xml: string): Promise<CompiledDefinitions> {
  const { definitions } = await compileDeployment([{ name: 'p.bpmn', content: xml }], { calendars: weekdays });
  if (!definitions) throw new Error('the model is wrong');
  return definitions;
}

async function report(xml: string, cases: readonly Omit<LoadCase, 'variables'>[], options: Partial<LoadOptions> = {}) {
  const definitions = await definitionsOf(xml);
  const context = { definitions, calendars: weekdays, process: 'p', until, ...options };
  return reportOf(
    cases.map((one) => simulateCase({ ...one, variables: {} }, context)),
    definitions,
  );
}

describe('a load on virtual time', () => {
  it('tells where cases waited, how long, how many at once, and what lapsed', async () => {
    const cases = [{ startsAt: at(0), endsAt: at(1) }, { startsAt: at(0, 30), endsAt: at(5, 30) }, { startsAt: at(1) }];

    expect(await report(twoSteps, cases)).toEqual({
      cases: 3,
      completed: 2,
      open: 1,
      incidents: 0,
      lapsedCases: 2,
      lapses: 2,
      elements: [
        {
          process: 'p',
          element: 'check',
          name: 'Check',
          arrived: 3,
          completed: 1,
          lapsed: 2,
          cancelled: 0,
          open: 0,
          // From 00:30 to 01:00 the first two; the third comes as the first goes.
          peak: 2,
          hours: { mean: 1.7, median: 2, p90: 2, max: 2 },
        },
        {
          process: 'p',
          element: 'decide',
          name: 'decide',
          arrived: 3,
          completed: 2,
          lapsed: 0,
          cancelled: 0,
          open: 1,
          peak: 2,
          hours: { mean: 1.5, median: 0, p90: 3, max: 3 },
        },
      ],
    });
  });

  it('takes an answer at the very instant at which a term ends as in time', async () => {
    expect(await report(twoSteps, [{ startsAt: at(0), endsAt: at(2) }])).toMatchObject({ lapses: 0, completed: 1 });
    expect(await report(twoSteps, [{ startsAt: at(0), endsAt: at(2, 1) }])).toMatchObject({ lapses: 1, completed: 1 });
  });

  it('lets work be done as fast as it is said, with the outcome that is said', async () => {
    const asked: [string, string, number][] = [];
    const outcome = await report(twoSteps, [{ startsAt: at(0) }, { startsAt: at(3) }], {
      doneAt: (element, from, nth) => {
        asked.push([element, from, nth]);
        return new Date(Date.parse(from) + 3_600_000).toISOString();
      },
    });

    expect(outcome).toMatchObject({ completed: 2, lapses: 0 });
    expect(asked).toEqual([
      ['check', at(0), 0],
      ['decide', at(1), 0],
      ['check', at(3), 0],
      ['decide', at(4), 0],
    ]);
  });

  it('ends a model that goes round without end, and starts nothing by its timer start events', async () => {
    const round = model(
      node('startEvent', 's') +
        node('startEvent', 'nightly', '', timer('Cycle', 'R/PT1H')) +
        node('userTask', 'a') +
        flows('s a', 'a a', 'nightly a'),
    );
    const everyMinute = (_: string, from: string) => new Date(Date.parse(from) + 60_000).toISOString();

    const { open, elements } = await report(round, [{ startsAt: at(0) }], { doneAt: everyMinute, until: at(10) });

    expect({ open, arrived: elements[0]?.arrived }).toEqual({ open: 1, arrived: 601 });
  });

  it('counts what an incident holds', async () => {
    const broken = model(
      node('startEvent', 's') +
        node('exclusiveGateway', 'x') +
        node('endEvent', 'a') +
        node('endEvent', 'b') +
        flows('s x', 'x a: gone > 1', 'x b: gone > 2'),
    );

    expect(await report(broken, [{ startsAt: at(0) }])).toMatchObject({ cases: 1, completed: 0, incidents: 1 });
  });
});
