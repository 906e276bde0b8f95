import { describe, expect, it } from '@jest/globals';
import { readLetterFile } from './letter-file.js';

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const given = { station: 'station-1-1', category: 'environment.noise' };

describe('a file of letters', () => {
  it('gives when cases came and were answered, and all else as what the workflow starts with', () => {
    const text = '\ufefffiled_at,replied_at,category\r\n2026-03-02T09:00:00+08:00,2026-03-04T01:00:00Z,"a,b"\r\n';
    const open = '2026-03-03T09:00:00+08:00,,c\r\n';

    expect(readLetterFile(bytes(text + open), given)).toEqual([
      {
        ...{ startsAt: '2026-03-02T01:00:00.000Z', endsAt: '2026-03-04T01:00:00.000Z' },
        variables: { station: 'station-1-1', category: 'a,b' },
      },
      { startsAt: '2026-03-03T01:00:00.000Z', variables: { station: 'station-1-1', category: 'c' } },
    ]);
  });

  it('may be as spreadsheets on Chinese Windows save it', () => {
    const name = Uint8Array.from([0xc0, 0xe0, 0xb1, 0xf0]); // 类别
    const file = Uint8Array.from([
      ...new TextEncoder().encode('filed_at,'),
      ...name,
      10,
      ...new TextEncoder().encode('2026-03-02T01:00:00Z,x'),
    ]);

    expect(readLetterFile(file.buffer, {})[0]?.variables).toEqual({ 类别: 'x' });
  });

  it.each([
    ['id\n1', 1, 'column'],
    ['filed_at\n', 1, 'empty'],
    ['filed_at\nyesterday', 2, 'time'],
    ['filed_at,replied_at\n2026-03-02T01:00:00Z,2026-03-01T01:00:00Z', 2, 'order'],
    ['filed_at\n2026-03-02T01:00:00Z\n2026-03-02T01:00:00Z,more', 3, 'shape'],
  ])('is refused with the line and the reason: %j', (text, line, problem) => {
    expect(() => readLetterFile(bytes(text), {})).toThrow(expect.objectContaining({ line, problem }));
  });
});
