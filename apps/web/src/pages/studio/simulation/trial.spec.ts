import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkFormFields, compileDeployment, readScenarioFile, runScenario } from '@lianban/bpmn';
import { createCalendars, defaultCalendars } from '@lianban/calendar';
import { givenToCases } from '../given-to-cases.js';
import { valueTyped, variablesOf } from './asked-values.js';
import { askedOfCase, Trial } from './trial.js';

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

describe('what a trial run asks for', () => {
  it('is what the diagram and its tables read of a case, and what a step has to give', async () => {
    const asked = await askedOfCase(await orderOfCase());
    expect(asked.map(({ path }) => path)).toEqual([...givenToCases]);
    expect(asked.find(({ path }) => path === 'kind')?.values).toEqual(['consult', 'backlog', 'report', 'complaint']);

    const trial = await begun();
    const [first] = trial.tasks();
    expect(first && trial.asked(first)).toEqual([]);
    if (first) trial.complete(first, 'escalate');
    const [street] = trial.tasks();
    expect(street && trial.asked(street)).toEqual([{ path: 'chosenDepartment', values: [] }]);

    if (street) trial.complete(street, 'route', { chosenDepartment: 'dept-housing' });
    const [department] = trial.tasks();
    expect(department?.offer.unit).toBe('dept-housing');
    const paths = department && trial.asked(department).map(({ path }) => path);
    expect(paths).toEqual(['returned.unit', 'returned.suggestedUnit']);
  });

  it('is, of a step that keeps all that it is given, what is decided by behind it', async () => {
    const trial = await Trial.begin({ ...order, ...spending, variables: {} });
    const [task] = trial.tasks();

    expect(task && trial.asked(task)).toEqual([{ path: 'amount', values: [500] }]);
    expect(await askedOfCase(spending)).toEqual([]);
  });

  it('is understood as the diagram compares it, part by part', () => {
    expect(valueTyped(' 12.5 ', { path: 'a', values: [] })).toBe(12.5);
    expect(valueTyped('007', { path: 'a', values: [] })).toBe('007');
    expect(valueTyped('12', { path: 'a', values: ['11', '12'] })).toBe('12');
    expect(variablesOf({ 'a.b': 1, 'a.c': undefined, d: undefined }, { a: { c: 2, e: 3 } })).toEqual({
      a: { b: 1, c: null, e: 3 },
    });
  });
});

describe('the fields of the form of a step', () => {
  it('are warned of where they take the place of what the case brought, or are decided by and not kept', async () => {
    const found = async (content: string) => {
      const { definitions } = await compileDeployment([{ name: 'spending.bpmn', content }]);
      const forms = { fieldsOf: () => ['amount', 'street', 'remark'], given: givenToCases };
      return definitions && checkFormFields(definitions, forms).map(({ code, element }) => `${code} ${element}`);
    };
    const step = '<userTask id="ask" lianban:taskForm="visit">';
    const keeping = (target: string) =>
      `${step}<extensionElements><lianban:output source="${target}" target="${target}" /></extensionElements>`;

    expect(await found(spend)).toEqual([]);
    expect(await found(spend.replace('<userTask id="ask">', step))).toEqual(['form-overwrites ask']);
    expect(await found(spend.replace('<userTask id="ask">', keeping('amount')))).toEqual([]);
    expect(await found(spend.replace('<userTask id="ask">', keeping('street')))).toEqual([
      'form-overwrites ask',
      'form-unkept ask',
    ]);
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

/** A step, behind which it is decided by what it was given. */
const spend = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lianban="http://lianban.org/schema/bpmn"
  id="file" targetNamespace="https://lianban.dev/test">
  <process id="spending" isExecutable="true">
    <startEvent id="s" /><userTask id="ask"></userTask><exclusiveGateway id="x" default="small" />
    <endEvent id="e" /><endEvent id="large" />
    <sequenceFlow id="a" sourceRef="s" targetRef="ask" /><sequenceFlow id="b" sourceRef="ask" targetRef="x" />
    <sequenceFlow id="small" sourceRef="x" targetRef="e" />
    <sequenceFlow id="c" sourceRef="x" targetRef="large">
      <conditionExpression>amount &gt; 500</conditionExpression>
    </sequenceFlow>
  </process>
</definitions>`;
const spending = {
  files: [{ name: 'spending.bpmn', content: spend }],
  processKey: 'spending',
  filesOf: () => Promise.resolve([]),
};

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
  const variables = { station: 'station-1-1', street: 'street-1', category: 'environment.noise' };
  return await Trial.begin({ ...order, ...(await orderOfCase()), variables });
}

async function orderOfCase() {
  return {
    files: await Promise.all(['case-routing/case-routing.bpmn', 'case-routing/routing.dmn'].map(file)),
    processKey: 'case-routing',
    filesOf: (key: string) => Promise.all([`${key}/${key}.bpmn`, `${key}/entry.dmn`].map(file)),
  };
}
