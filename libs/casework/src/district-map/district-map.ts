import { z } from 'zod';

type Ring = readonly (readonly [number, number])[];

/** An area of the district: of a unit where it names one. */
export interface MapArea {
  readonly type: 'Feature';
  readonly properties: { readonly name: string; readonly unit?: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
}

/** The outline of the district as GeoJSON: polygons with a name. */
export interface DistrictMap {
  readonly type: 'FeatureCollection';
  readonly features: readonly MapArea[];
}

/** What was decided last. Null: no outline was put in, or it was taken out. */
export interface SettledMap {
  readonly version: number;
  readonly map: DistrictMap | null;
  readonly note: string;
  readonly at: string | null;
  readonly by: string;
}

/** An outline that is put in, with the grounds. Whether it is one is asked by `readDistrictMap`, which tells why not. */
export const districtMapChangeSchema = z
  .object({
    version: z.int().min(0).describe('Of the latest decision, from which this one starts; 0: there is none'),
    map: z
      .unknown()
      .describe('GeoJSON: a FeatureCollection of polygons with the properties `name` and `unit`; null: no outline'),
    note: z.string().trim().min(1, '请填写依据').max(200, '依据不能超过 200 字'),
  })
  .meta({ id: 'NewDistrictMap' });

export type DistrictMapChange = z.output<typeof districtMapChangeSchema>;
