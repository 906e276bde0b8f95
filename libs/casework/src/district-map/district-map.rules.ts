import type { DistrictMap, MapArea } from './district-map.js';

/** Why a file is no outline: in English for programs, in Chinese for who put it in. */
export interface MapFlaw {
  readonly why: string;
  readonly said: string;
}

/** A browser draws as much at once without a pause; outlines of a whole district from survey offices have far less. */
const mostAreas = 300;
const mostPoints = 30_000;
const longestName = 60;

type Found<T> = { readonly ok: T } | { readonly flaw: MapFlaw };

/** Reads GeoJSON as an outline and drops what is not drawn, or tells the first thing that is wrong with it. */
export function readDistrictMap(value: unknown): Found<DistrictMap> {
  if (!isRecord(value) || value['type'] !== 'FeatureCollection' || !Array.isArray(value['features']))
    return flaw('expected a GeoJSON FeatureCollection', '文件不是 GeoJSON 的 FeatureCollection');
  const features: unknown[] = value['features'];
  if (features.length === 0 || features.length > mostAreas)
    return flaw(`expected 1 to ${mostAreas} features`, `应有 1 至 ${mostAreas} 个区域，文件中有 ${features.length} 个`);
  const areas: MapArea[] = [];
  let points = 0;
  for (const [index, feature] of features.entries()) {
    const area = readArea(feature);
    if ('flaw' in area)
      return flaw(`feature ${index + 1}: ${area.flaw.why}`, `第 ${index + 1} 个区域：${area.flaw.said}`);
    points += ringsOf(area.ok).reduce((sum, ring) => sum + ring.length, 0);
    areas.push(area.ok);
  }
  if (points > mostPoints)
    return flaw(
      `expected at most ${mostPoints} points, got ${points}; simplify the outline`,
      `边界点最多 ${mostPoints} 个，文件中有 ${points} 个，请先简化边界`,
    );
  const named = areas.map(({ properties }) => properties.name);
  const twice = named.find((name, index) => named.indexOf(name) !== index);
  if (twice !== undefined) return flaw(`two areas are named "${twice}"`, `有两个区域都叫“${twice}”，名称不能重复`);
  return { ok: { type: 'FeatureCollection', features: areas } };
}

/** Units that areas name. */
export function unitsOfMap({ features }: DistrictMap): string[] {
  return [...new Set(features.flatMap(({ properties }) => properties.unit ?? []))];
}

function readArea(feature: unknown): Found<MapArea> {
  if (!isRecord(feature) || feature['type'] !== 'Feature' || !isRecord(feature['geometry']))
    return flaw('expected a Feature with a geometry', '不是带有几何形状的 Feature');
  const properties = readProperties(feature['properties']);
  if ('flaw' in properties) return properties;
  const { type, coordinates } = feature['geometry'];
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (!Array.isArray(polygons) || polygons.length === 0)
    return flaw('expected a Polygon or MultiPolygon', '几何形状应为 Polygon 或 MultiPolygon');
  const read: [number, number][][][] = [];
  for (const polygon of polygons as unknown[]) {
    const rings = Array.isArray(polygon) ? polygon.map(readRing) : [];
    if (rings.length === 0 || rings.some((ring) => ring === undefined))
      return flaw(
        'every ring needs at least 4 points [longitude, latitude] of WGS 84, the last as the first',
        '每条边界至少 4 个点，每点为 [经度, 纬度]（WGS 84），最后一点与第一点相同',
      );
    read.push(rings.filter((ring) => ring !== undefined));
  }
  const [first = []] = read;
  const geometry =
    type === 'Polygon'
      ? ({ type: 'Polygon', coordinates: first } as const)
      : ({ type: 'MultiPolygon', coordinates: read } as const);
  return { ok: { type: 'Feature', properties: properties.ok, geometry } };
}

function readProperties(properties: unknown): Found<MapArea['properties']> {
  const { name, unit } = isRecord(properties) ? properties : {};
  if (typeof name !== 'string' || name.trim() === '' || name.length > longestName)
    return flaw(
      `expected the property "name" with 1 to ${longestName} characters`,
      `属性 name（名称）应为 1 至 ${longestName} 字`,
    );
  if (unit === undefined || unit === null || unit === '') return { ok: { name: name.trim() } };
  if (typeof unit !== 'string' || unit.length > 64)
    return flaw('expected the property "unit" to be the code of a unit', '属性 unit 应为单位编码');
  return { ok: { name: name.trim(), unit } };
}

/** Points of a closed ring, without heights; undefined where it is none. */
function readRing(ring: unknown): [number, number][] | undefined {
  if (!Array.isArray(ring) || ring.length < 4) return undefined;
  const points = ring.flatMap((point: unknown): [number, number][] => (isPoint(point) ? [[point[0], point[1]]] : []));
  const [first, last] = [points[0], points.at(-1)];
  const closed = first && last && first[0] === last[0] && first[1] === last[1];
  return points.length === ring.length && closed ? points : undefined;
}

function isPoint(point: unknown): point is [number, number] {
  if (!Array.isArray(point)) return false;
  const [longitude, latitude] = point as unknown[];
  return within(longitude, 180) && within(latitude, 90);
}

function within(value: unknown, most: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= most;
}

function ringsOf({ geometry }: MapArea): readonly (readonly unknown[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function flaw(why: string, said: string): { readonly flaw: MapFlaw } {
  return { flaw: { why, said } };
}
