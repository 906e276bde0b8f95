import { describe, expect, it } from '@jest/globals';
import {
  broadestPaths,
  fittingKinds,
  idsOfPath,
  isWithin,
  requireParent,
  pathAfterMove,
  pathOf,
} from './unit.rules.js';
import { unitKinds } from './unit.js';

describe('unit rules', () => {
  it('builds a path from the parent path and the id', () => {
    expect(pathOf('district')).toBe('/district/');
    expect(pathOf('street-1', '/district/')).toBe('/district/street-1/');
  });

  it.each(['', 'Street', 'a/b', 'a_b', 'a%', '-a', 'a--b', 'a'.repeat(65)])('refuses the id "%s"', (id) => {
    expect(() => pathOf(id)).toThrow(expect.objectContaining({ code: 'unit-id-invalid', kind: 'invalid' }));
  });

  it('reads the ids of a path from the root down', () => {
    expect(idsOfPath('/district/street-1/station-1-1/')).toEqual(['district', 'street-1', 'station-1-1']);
  });

  it('does not take a longer id for something below', () => {
    expect(isWithin('/district/street-1/station-1-1/', '/district/street-1/')).toBe(true);
    expect(isWithin('/district/street-10/', '/district/street-1/')).toBe(false);
  });

  it('refuses to move a unit below itself', () => {
    const street = { id: 'street-1', path: '/district/street-1/' };
    const station = { id: 'station-1-1', path: '/district/street-1/station-1-1/' };

    expect(pathAfterMove(station, { id: 'street-2', path: '/district/street-2/' })).toBe(
      '/district/street-2/station-1-1/',
    );
    for (const parent of [street, station]) {
      expect(() => pathAfterMove(street, parent)).toThrow(expect.objectContaining({ code: 'unit-inside-itself' }));
    }
  });

  it.each([
    ['station', 'street'],
    ['street', 'district'],
    ['department', 'district'],
    ['office', 'district'],
  ] as const)('lets a %s lie below a %s and below nothing else', (kind, fitting) => {
    for (const parent of unitKinds) {
      const put = (): void => requireParent(kind, { id: 'above', kind: parent });
      if (parent === fitting) expect(put).not.toThrow();
      else expect(put).toThrow(expect.objectContaining({ code: 'unit-misplaced' }));
    }
    expect(fittingKinds(kind).successors).toEqual([kind]);
  });

  it('keeps only the broadest of several paths', () => {
    const paths = ['/d/s-1/st-2/', '/d/s-10/', '/d/s-1/', '/d/s-1/', '/d/s-1/st-1/'];

    expect(broadestPaths(paths)).toEqual(['/d/s-1/', '/d/s-10/']);
    expect(broadestPaths([...paths, '/d/'])).toEqual(['/d/']);
    expect(broadestPaths([])).toEqual([]);
  });
});
