import { beforeAll, describe, expect, it } from '@jest/globals';
import { compileDeployment, step, type Command, type CompiledProcess, type InstanceState } from '@lianban/bpmn';
import { inARow, processFile } from '../testing/process-file.js';
import { mergeRows } from './merge-rows.js';
import { rowsOf } from './rows-of.js';
import type { Step } from './step.js';

const id = '0190a000-0000-7000-8000-000000000001';
const morning = '2026-03-02T01:00:00.000Z';
const calendars = { has: () => false, addDuration: () => '', addPause: () => '' };

const boundary = (task: string, term: 'warning' | 'due', duration: string): string =>
  `<boundaryEvent id="${task}-${term}" attachedToRef="${task}" cancelActivity="${String(term === 'due')}"
      lianban:term="${term}"><timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition>
    </boundaryEvent><endEvent id="${task}-${term}-end" />
    <sequenceFlow id="${task}-${term}-on" sourceRef="${task}-${term}" targetRef="${task}-${term}-end" />`;

const elements = inARow(
  [
    'handle',
    `<userTask id="handle" name="Handle" />${boundary('handle', 'warning', 'P1D')}${boundary('handle', 'due', 'P3D')}`,
  ],
  ['notify', '<serviceTask id="notify" lianban:topic="notify" lianban:retries="7" />'],
);

describe('the rows of a step', () => {
  let process: CompiledProcess;

  beforeAll(async () => {
    const { definitions, problems } = await compileDeployment([processFile('p', elements)]);
    const compiled = definitions?.processes.get('p');
    if (!compiled) throw new Error(JSON.stringify(problems));
    process = compiled;
  });

  it('are the open task with its terms and the timers when an instance starts', () => {
    const rows = rowsOf(started());

    expect(rows.tasks).toMatchObject([
      {
        element_id: 'handle',
        due_at: '2026-03-05T01:00:00.000Z',
        warn_at: '2026-03-03T01:00:00.000Z',
        suspended: false,
      },
    ]);
    expect(rows.timers.map(({ element_id, owner_key }) => [element_id, owner_key])).toEqual([
      ['handle-warning', rows.tasks[0]?.key],
      ['handle-due', rows.tasks[0]?.key],
    ]);
    expect([rows.elementsEnded, rows.timersEnded, rows.jobs]).toEqual([[], [], []]);
  });

  it('are the waits that are over and those that begin', () => {
    const first = started();
    const rows = rowsOf(completed(first));

    expect(rows.elementsEnded).toEqual([{ instance_id: id, key: taskKey(first) }]);
    expect(rows.timersEnded).toHaveLength(2);
    expect(rows.jobs).toMatchObject([{ element_id: 'notify', topic: 'notify', retries: 7 }]);
    expect([rows.tasks, rows.timers, rows.taskTerms]).toEqual([[], [], []]);
  });

  it('are none for what began and ended within the step', () => {
    const ended = next(started(), { type: 'cancel-instance', reason: 'withdrawn' });
    const both: Step = { ...ended, before: undefined, revision: 1, events: [...started().events, ...ended.events] };
    const { tasks, timers, elementsEnded, timersEnded } = rowsOf(both);

    expect([tasks, timers, elementsEnded, timersEnded]).toEqual([[], [], [], []]);
  });

  it('are the new terms of a task whose clocks were stopped, set going again or moved', () => {
    const first = started();
    const paused = next(first, { type: 'suspend-timers', owner: taskKey(first) });
    const resumed = next(paused, { type: 'resume-timers', owner: taskKey(first) }, '2026-03-02T03:00:00.000Z');
    const due = Object.values(first.state.timers).find(({ elementId }) => elementId === 'handle-due');
    const granted = '2026-03-20T01:00:00.000Z';
    const moved = next(first, { type: 'move-timer', key: due?.key ?? -1, dueAt: granted, reason: 'extension' });

    expect(rowsOf(paused).taskTerms).toMatchObject([{ key: taskKey(first), suspended: true, due_at: null }]);
    expect(rowsOf(paused).timers.every(({ suspended }) => suspended)).toBe(true);
    expect(rowsOf(resumed).taskTerms).toMatchObject([
      { suspended: false, due_at: '2026-03-05T03:00:00.000Z', warn_at: '2026-03-03T03:00:00.000Z' },
    ]);
    expect(rowsOf(moved).taskTerms).toMatchObject([{ due_at: granted, warn_at: null, suspended: null }]);
    expect(rowsOf(moved).timers).toMatchObject([{ element_id: 'handle-due', due_at: granted }]);
  });

  it('are an incident while it is open, and its end', () => {
    const working = completed(started());
    const failed = next(working, { type: 'fail-element', key: jobKey(working), message: 'no network' });
    const incident = rowsOf(failed).incidents[0];
    const retried = next(failed, { type: 'resolve-incident', key: incident?.key ?? -1 });

    expect(incident).toMatchObject({ element_id: 'notify', code: 'job-failed', owner_key: jobKey(working) });
    expect(rowsOf(retried).incidentsEnded).toEqual([{ instance_id: id, key: incident?.key }]);
    expect(rowsOf(retried).jobs).toMatchObject([{ key: jobKey(working), retries: 7 }]);
  });

  it('of several steps are one document without what a later one ended', () => {
    const steps = [started()];
    steps.push(completed(steps[0] as Step));
    const document = mergeRows(steps, steps.map(rowsOf));

    expect(document.created).toMatchObject([{ id, revision: 2, status: 'active', started_at: morning }]);
    expect(document.journal.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(Object.keys(document).sort()).toEqual(['created', 'elementsEnded', 'jobs', 'journal', 'timersEnded']);
  });

  it('of later steps expect the revision before the first of them', () => {
    const first = started();
    const second = completed(first);
    const third = next(second, { type: 'cancel-instance', reason: 'withdrawn' });
    const steps = [second, third];

    expect(mergeRows(steps, steps.map(rowsOf)).updated).toMatchObject([
      { id, base: 1, revision: 3, status: 'terminated', ended_at: morning },
    ]);
  });

  const started = (): Step => take(undefined, { type: 'start', instanceId: id, variables: {} });
  const completed = (before: Step): Step =>
    next(before, { type: 'complete-element', key: taskKey(before), variables: {} });
  const next = (before: Step, command: Command, at?: string): Step => take(before, command, at);

  function take(previous: Step | undefined, command: Command, at = morning): Step {
    const before: InstanceState | undefined = previous?.state;
    const result = step(process, before, command, { now: at, newId: () => id, calendars, decisions: new Map() });
    if (result.outcome === 'rejected') throw new Error(result.message);
    return {
      instanceId: id,
      rootId: id,
      businessKey: null,
      definition: { id, key: 'p', version: 1, name: 'p' },
      process,
      command,
      actor: 'system',
      at,
      revision: (previous?.revision ?? 0) + 1,
      before,
      events: result.events,
      state: result.state,
    };
  }
});

function taskKey({ state }: Step): number {
  return keyOf(state, 'handle');
}

function jobKey({ state }: Step): number {
  return keyOf(state, 'notify');
}

function keyOf(state: InstanceState, elementId: string): number {
  return Object.values(state.elements).find((element) => element.elementId === elementId)?.key ?? -1;
}
