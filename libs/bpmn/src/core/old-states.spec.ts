import { describe, expect, it } from '@jest/globals';
import { compileDeployment } from '../compile/compile-deployment.js';
import { leftoversOf, nothing } from '../testing/check.js';
import { weekdays } from '../testing/weekdays.js';
import { flows, model, node } from '../testing/model.js';
import type { InstanceState } from './state.js';
import { step } from './step.js';

/** What schema 1 stored of an instance that waits at `a`: no conditions, compensations and resets. */
const stored = {
  schema: 1,
  id: 'i1',
  processId: 'p',
  status: 'active',
  nextKey: 4,
  root: 1,
  elements: {
    1: { key: 1, elementId: 'p', scope: null, phase: 'waiting', variables: { n: 1 } },
    3: { key: 3, elementId: 'a', scope: 1, phase: 'waiting' },
  },
  timers: {},
  subscriptions: {},
  incidents: {},
  arrivals: {},
};

describe('a state that an older version stored', () => {
  it('goes on as if this version had stored it', async () => {
    const xml = model(node('startEvent', 's') + node('userTask', 'a') + node('endEvent', 'e') + flows('s a', 'a e'));
    const { definitions } = await compileDeployment([{ name: 'p.bpmn', content: xml }]);
    const process = definitions?.processes.get('p');
    if (!process) throw new Error('the model was refused');
    const environment = {
      now: '2026-03-02T01:00:00.000Z',
      newId: () => 'i2',
      calendars: weekdays,
      decisions: new Map(),
    };
    const old = JSON.parse(JSON.stringify(stored)) as InstanceState;

    const result = step(process, old, { type: 'complete-element', key: 3, variables: { n: 2 } }, environment);

    if (result.outcome === 'rejected') throw new Error(result.message);
    expect(result.state).toMatchObject({ schema: 2, status: 'completed' });
    expect(leftoversOf(result.state)).toEqual(nothing);
    expect(old).toEqual(stored);
  });
});
