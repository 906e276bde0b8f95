import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { doEach, type Duty } from './duties.js';

describe('the duties of the worker', () => {
  it('go on after one that fails, which is named in the log', async () => {
    const done: string[] = [];
    const lines: string[] = [];
    await doEach([duty('first'), failing, duty('last')], pino({}, { write: (line: string) => lines.push(line) }));

    expect(done).toEqual(['first', 'last']);
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { level: 50, duty: 'failing', err: { message: 'refused' } },
    ]);

    function duty(name: string): Duty {
      return { name, run: () => Promise.resolve(done.push(name)) };
    }
  });

  it('leave the rest for another time when the worker stops', async () => {
    let stopped = false;
    const stops: Duty = { name: 'stops', run: () => Promise.resolve((stopped = true)) };
    let reached = false;
    const rest: Duty = { name: 'rest', run: () => Promise.resolve((reached = true)) };
    await doEach([stops, rest], pino({ enabled: false }), () => stopped);

    expect(reached).toBe(false);
  });
});

const failing: Duty = { name: 'failing', run: () => Promise.reject(new Error('refused')) };
