import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileDeployment, readScenarioFile, runScenario } from '@lianban/bpmn';
import { createCalendars, defaultCalendars } from '@lianban/calendar';
import { Trial } from './trial.js';

const workflows = new URL('../../../../../../workflows/', import.meta.url);
const file = async (name: string) => ({ name, content: await readFile(new URL(name, workflows), 'utf8') });

describe('a trial run of a diagram', () => {
  it('says who would handle, goes where the result leads, and lets terms run out', async () => {
    const trial = await begun();
    const [first] = trial.tasks();
    expect(first?.offer).toMatchObject({ unit: 'station-1-1', dueAt: '2026-03-05T09:30:00.000Z' });

    if (first) trial.complete(first, 'escalate');
    expect([...trial.places().here]).toEqual(['street-coordinate']);
    expect(trial.places().passed.has('station-handle')).toBe(true);

    trial.advance();
    expect(trial.nameOf(trial.nextTimer()?.elementId ?? '')).toBe('街道协调派单 · 逾期');
    trial.advance();
    expect(trial.now).toBe('2026-03-04T09:30:00.000Z');
    expect(trial.tasks().map(({ elementId }) => elementId)).toEqual(['department-handle']);
  });

  it('goes on in the workflow that is called', async () => {
    const trial = await begun();
    const finish = (outcome: string) => {
      const [task] = trial.tasks();
      if (task) trial.complete(task, outcome);
    };
    finish('escalate');
    finish('meeting');

    expect(trial.incidents()).toEqual([]);
    expect(trial.tasks().map(({ elementId }) => elementId)).toEqual(['deliberate']);
  });

  it('is written down as a scenario that passes, whatever was clicked', async () => {
    const compilation = await compileDeployment((await begun()).files);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 25 }), async (choices) => {
        const trial = await begun();
        for (const choice of choices) click(trial, choice);

        const { scenarios, process } = readScenarioFile('recorded.yaml', trial.scenario('试运行'));
        const context = {
          compilation,
          calendars,
          timeZone: 'Asia/Shanghai',
          ...(process !== undefined && { process }),
        };
        const [scenario] = scenarios;
        expect(scenario && runScenario(scenario, context).reason).toBe('');
        expect(scenario?.steps.length).toBeGreaterThan(0);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('tells two that wait at one place apart', async () => {
    const trial = await Trial.begin({
      ...order,
      files: [{ name: 'each.bpmn', content: each }],
      processKey: 'each',
      variables: { people: ['first', 'second'] },
      filesOf: async () => [],
    });
    const [, second] = trial.tasks();
    if (second) trial.complete(second, undefined);

    expect(trial.tasks().map(({ offer }) => offer.assignee)).toEqual(['first']);
    expect(trial.scenario('x')).toContain('nth: 2');
  });
});

const calendars = createCalendars(defaultCalendars('Asia/Shanghai'));

/** With what every trial begins. */
const order = {
  calendars: defaultCalendars('Asia/Shanghai'),
  timeZone: 'Asia/Shanghai',
  now: '2026-03-02T01:00:00.000Z',
};

const each = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lianban="http://lianban.org/schema/bpmn"
  id="file" targetNamespace="https://lianban.dev/test">
  <process id="each" isExecutable="true">
    <startEvent id="s" />
    <userTask id="ask" lianban:assignee="= person">
      <multiInstanceLoopCharacteristics lianban:collection="= people" lianban:elementVariable="person" />
    </userTask>
    <endEvent id="e" />
    <sequenceFlow id="a" sourceRef="s" targetRef="ask" /><sequenceFlow id="b" sourceRef="ask" targetRef="e" />
  </process>
</definitions>`;

/** One of all that can be clicked. */
function click(trial: Trial, choice: number): void {
  const acts = [
    ...trial.tasks().flatMap((task) => {
      const results = task.offer.outcomes.length === 0 ? [undefined] : task.offer.outcomes.map(({ id }) => id);
      return results.map((result) => () => trial.complete(task, result));
    }),
    ...trial.waits().map((wait) => () => trial.continue(wait)),
    ...(trial.nextTimer() ? [() => trial.advance()] : []),
  ];
  acts[choice % acts.length]?.();
}

async function begun(): Promise<Trial> {
  return await Trial.begin({
    ...order,
    files: await Promise.all(['case-routing/case-routing.bpmn', 'case-routing/routing.dmn'].map(file)),
    processKey: 'case-routing',
    variables: { station: 'station-1-1', street: 'street-1', category: 'environment.noise' },
    filesOf: (key) => Promise.all([`${key}/${key}.bpmn`, `${key}/entry.dmn`].map(file)),
  });
}
