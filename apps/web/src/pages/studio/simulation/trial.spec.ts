import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { defaultCalendars } from '@lianban/calendar';
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
});

async function begun(): Promise<Trial> {
  return await Trial.begin({
    files: await Promise.all(['case-routing/case-routing.bpmn', 'case-routing/routing.dmn'].map(file)),
    processKey: 'case-routing',
    variables: { station: 'station-1-1', street: 'street-1', category: 'environment.noise' },
    calendars: defaultCalendars('Asia/Shanghai'),
    timeZone: 'Asia/Shanghai',
    now: '2026-03-02T01:00:00.000Z',
    filesOf: (key) => Promise.all([`${key}/${key}.bpmn`, `${key}/entry.dmn`].map(file)),
  });
}
