import { describe, expect, it } from '@jest/globals';
import { demoDistrictMap } from './demo-district-map.js';
import { readDistrictMap, unitsOfMap } from './district-map.rules.js';

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];

function mapOf(...features: readonly object[]) {
  return { type: 'FeatureCollection', features };
}

function area(properties: object | null, geometry: object | null = { type: 'Polygon', coordinates: [ring] }) {
  return { type: 'Feature', properties, geometry };
}

describe('an outline of the district', () => {
  it('is read with names and units, without heights and what else is in the file', () => {
    const high = ring.map((point) => [...point, 12.5]);
    const geometry = { type: 'MultiPolygon', coordinates: [[high], [ring]] };
    const given = { ...mapOf(area({ name: '河东 ', unit: 'street-1', adcode: 1 }, geometry)), crs: 'x' };

    expect(readDistrictMap(given)).toEqual({
      ok: mapOf(area({ name: '河东', unit: 'street-1' }, { type: 'MultiPolygon', coordinates: [[ring], [ring]] })),
    });
  });

  it.each([
    ['is no object', 'x', 'FeatureCollection'],
    ['has no areas', mapOf(), '1 至 300'],
    ['is a line', mapOf(area({ name: 'a' }, { type: 'LineString', coordinates: ring })), 'Polygon'],
    ['has no shape', mapOf(area({ name: 'a' }, null)), '几何形状'],
    ['has an area without a name', mapOf(area({})), 'name'],
    ['has an area without properties', mapOf(area(null)), 'name'],
    ['has a unit that is no code', mapOf(area({ name: 'a', unit: 7 })), 'unit'],
    ['has an open ring', mapOf(area({ name: 'a' }, { type: 'Polygon', coordinates: [[...ring, [0, 1]]] })), '最后一点'],
    [
      'is not in degrees',
      mapOf(area({ name: 'a' }, { type: 'Polygon', coordinates: [ring.map(() => [500_000, 4e6])] })),
      'WGS 84',
    ],
    ['names two areas alike', mapOf(area({ name: 'a' }), area({ name: 'a' })), '不能重复'],
  ])('that %s is refused with a sentence', (_, given, said) => {
    expect(readDistrictMap(given)).toEqual({ flaw: { why: expect.any(String), said: expect.stringContaining(said) } });
  });

  it('with more points than a browser draws at once is refused', () => {
    const long = Array.from({ length: 30_001 }, (_, index) => [(index % 100) / 100, 0.5]);
    const given = mapOf(area({ name: 'a' }, { type: 'Polygon', coordinates: [[...long, long[0]]] }));

    expect(readDistrictMap(given)).toMatchObject({ flaw: { said: expect.stringContaining('30000') } });
  });

  it('of the demo district is one, with an area for each street', () => {
    expect(readDistrictMap(demoDistrictMap)).toEqual({ ok: demoDistrictMap });
    expect(unitsOfMap(demoDistrictMap)).toEqual(['street-1', 'street-2']);
  });
});
