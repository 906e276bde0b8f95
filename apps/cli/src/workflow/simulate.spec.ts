import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { replayFile } from '../cases/replay-file.js';
import { productRoot } from '../installation/root.js';
import { simulate } from './simulate.js';

const workflows = ['case-routing/case-routing.bpmn', 'joint-meeting/joint-meeting.bpmn'].map((path) =>
  join(productRoot, 'workflows', path),
);
const letters = join(productRoot, 'test/fixtures/letters.csv');
const set = ['station=station', 'street=street', 'category=', 'urgency=normal'];

describe('lianban workflow simulate', () => {
  let folder: string;

  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'lianban-simulate-'))));
  afterAll(async () => await rm(folder, { recursive: true, force: true }));

  it('finds the lapses that a replay of the same letters finds', async () => {
    const replayed = await replayFile(letters, 'Asia/Shanghai', () => undefined);

    const report = await simulate(workflows, { load: letters, set, within: 'P5Y' });

    expect(report).toMatchObject({ cases: replayed.cases, completed: replayed.cases, lapses: replayed.escalations });
    expect(report.lapses).toBeGreaterThan(0);
  });

  it('takes the starts of a scenario file as a load', async () => {
    const load = join(folder, 'load.yaml');
    const scenario = { start: { at: '2026-03-02T09:00:00+08:00', variables: { category: 'noise' } } };
    await writeFile(load, JSON.stringify({ model: 'any.bpmn', scenarios: [scenario, scenario] }));

    const report = await simulate(workflows, { load, set, within: 'P1D' });

    expect(report).toMatchObject({
      ...{ cases: 2, open: 2, lapses: 0 },
      elements: [
        { element: 'determine-terms', completed: 2 },
        { element: 'station-handle', open: 2 },
      ],
    });
  });

  it('refuses a load without cases, an unknown process, and diagrams that are wrong', async () => {
    const load = join(folder, 'none.csv');
    await writeFile(load, 'filed_at\n');
    const wrong = join(folder, 'wrong.bpmn');
    await writeFile(wrong, '<hello/>');

    await expect(simulate(workflows, { load, within: 'P1Y' })).rejects.toThrow('has no cases');
    await expect(simulate(workflows, { load, process: 'none', within: 'P1Y' })).rejects.toThrow('Say which process');
    await expect(simulate([wrong], { load, within: 'P1Y' })).rejects.toThrow('The diagrams have errors');
  });
});
