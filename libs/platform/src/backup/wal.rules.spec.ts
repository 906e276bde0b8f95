import { describe, expect, it } from '@jest/globals';
import {
  formatLsn,
  lastSegmentBefore,
  leadsTo,
  parseHistory,
  parseLsn,
  parseSegment,
  segmentAt,
  segmentName,
  unbrokenTo,
} from './wal.rules.js';

const size = 16 * 1024 * 1024;

describe('the log of the database', () => {
  it('names its segments as PostgreSQL does, over the end of a log file too', () => {
    expect(segmentName({ timeline: 1, number: 1 }, size)).toBe('000000010000000000000001');
    expect(segmentName({ timeline: 18, number: 256 }, size)).toBe('000000120000000100000000');
    expect(parseSegment('0000001200000001000000FF.gz', size)).toEqual({ timeline: 18, number: 511 });
    expect(parseSegment('000000010000000000000002.partial', size)).toEqual({ timeline: 1, number: 2 });
    expect(
      ['00000002.history', 'reached.json', '000000010000000000000002.gz.draft'].map((name) => parseSegment(name, size)),
    ).toEqual([undefined, undefined, undefined]);
  });

  it('knows in which segment a position is, and which one a log that ends at a border needs', () => {
    expect(segmentAt(parseLsn('1/2FFFFFF'), size)).toBe(258);
    expect(segmentAt(parseLsn('1/3000000'), size)).toBe(259);
    expect(lastSegmentBefore(parseLsn('1/3000000'), size)).toBe(258);
    expect(formatLsn(parseLsn('1A/3000ABC'))).toBe('1A/3000ABC');
  });

  it('reaches as far as no segment is missing', () => {
    expect(unbrokenTo([5, 3, 4, 7], 3)).toBe(5);
    expect(unbrokenTo([5, 4], 3)).toBeUndefined();
  });

  it('leads on from a backup unless that was made after the point to which a restore went back', () => {
    const history = parseHistory('1\t0/5000000\tbefore 2026-03-02\n2\t0/9000000\tno recovery target specified\n');
    const newest = { timeline: 3, history };

    expect(leadsTo({ timeline: 1, stop: parseLsn('0/5000000') }, newest)).toBe(true);
    expect(leadsTo({ timeline: 1, stop: parseLsn('0/5000001') }, newest)).toBe(false);
    expect(leadsTo({ timeline: 2, stop: parseLsn('0/8000000') }, newest)).toBe(true);
    expect(leadsTo({ timeline: 3, stop: parseLsn('0/F000000') }, newest)).toBe(true);
  });
});
