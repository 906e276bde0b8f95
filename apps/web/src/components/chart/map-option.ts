import type { EChartsCoreOption } from 'echarts/core';
import type { DistrictMap, ScreenPlace } from '../../api/model.js';
import { shortUnitName } from '../../format/unit-name.js';
import type { ChartColours } from './colours.js';
import { tooltip } from './options.js';

/** The light of a unit: the worst of its tasks. */
export type PlaceLight = 'red' | 'yellow' | 'green' | 'none';

/** By the same rule as everywhere: one task that is late makes the unit red. */
export function placeLight({ red, yellow, green }: Pick<ScreenPlace, 'red' | 'yellow' | 'green'>): PlaceLight {
  if (red > 0) return 'red';
  if (yellow > 0) return 'yellow';
  return green > 0 ? 'green' : 'none';
}

interface MapPicture {
  readonly outline: DistrictMap['map'];
  /** The units that are drawn as points. */
  readonly shown: readonly ScreenPlace[];
  /** All units, for the areas. */
  readonly places: readonly ScreenPlace[];
  /** Size of letters. */
  readonly size: number;
  /** What a point tells, as lines. */
  readonly tell: (place: ScreenPlace) => string;
}

/** The outline, shaded by the open cases of its areas, with a point for each unit. */
export function mapOption(picture: MapPicture, colours: ChartColours): EChartsCoreOption {
  const { outline, shown, size } = picture;
  const told = tooltip(colours);
  return {
    tooltip: { ...told, textStyle: { ...told.textStyle, fontSize: size } },
    ...(outline ? ground(picture, colours) : plain(shown)),
    series: [
      ...(outline ? [areas(picture, colours)] : []),
      {
        id: 'points',
        type: 'scatter',
        coordinateSystem: outline ? 'geo' : 'cartesian2d',
        symbolSize: ([, , open]: number[]) => size * (1.1 + Math.min(Math.sqrt(open ?? 0), 14) * 0.28),
        labelLayout: { hideOverlap: true },
        label: {
          show: true,
          position: 'bottom',
          distance: 3,
          color: colours.ink,
          fontSize: size,
          textBorderColor: colours.sheet,
          textBorderWidth: 3,
          formatter: ({ name }: { name: string }) => name,
        },
        tooltip: { formatter: ({ data }: { data: { told: string } }) => data.told },
        data: shown.flatMap((place) => (place.position ? [pointOf(place, picture, colours)] : [])),
      },
    ],
  };
}

function ground({ places, outline }: MapPicture, colours: ChartColours) {
  return {
    geo: {
      map: 'district',
      left: '3%',
      right: '3%',
      top: '3%',
      bottom: '6%',
      preserveAspect: 'contain',
      aspectScale: 1,
      itemStyle: { areaColor: colours.wash, borderColor: colours.primary, borderWidth: 1.5 },
      emphasis: { disabled: true },
      silent: true,
    },
    visualMap: {
      show: false,
      seriesIndex: 0,
      min: 0,
      max: Math.max(...countsOf(places, outline), 1),
      inRange: { color: [colours.sheet, colours.wash, colours.shade] },
    },
  };
}

/** Without an outline only where units lie to each other. */
function plain(shown: readonly ScreenPlace[]) {
  const span = (of: (place: NonNullable<ScreenPlace['position']>) => number) => {
    const values = shown.flatMap(({ position }) => (position ? [of(position)] : []));
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const room = (most - least) * 0.15 || 0.01;
    return { show: false, type: 'value', min: least - room, max: most + room };
  };
  return {
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: span(({ longitude }) => longitude),
    yAxis: span(({ latitude }) => latitude),
  };
}

function areas({ places, outline, size }: MapPicture, colours: ChartColours) {
  const open = new Map(places.map(({ unitId, open: n }) => [unitId, n]));
  return {
    id: 'areas',
    type: 'map',
    map: 'district',
    geoIndex: 0,
    silent: true,
    label: { show: true, color: colours.soft, fontSize: size },
    data: (outline?.features ?? []).map(({ properties: { name, unit } }) => ({
      name,
      value: (unit === undefined ? undefined : open.get(unit)) ?? 0,
    })),
  };
}

function countsOf(places: readonly ScreenPlace[], outline: DistrictMap['map']): number[] {
  const named = new Set(outline?.features.map(({ properties }) => properties.unit));
  return places.filter(({ unitId }) => named.has(unitId)).map(({ open }) => open);
}

function pointOf(place: ScreenPlace, { tell, size }: MapPicture, colours: ChartColours) {
  const { unitId, unit, position, open } = place;
  const colour = { red: colours.red, yellow: colours.amber, green: colours.green, none: colours.soft }[
    placeLight(place)
  ];
  return {
    id: unitId,
    name: `${shortUnitName(unit)} ${open}`,
    value: [position?.longitude, position?.latitude, open],
    told: tell(place),
    // Late ones are told apart without their colour too.
    symbol: place.red > 0 ? 'diamond' : 'circle',
    itemStyle: { color: colour, borderColor: colours.sheet, borderWidth: size / 8, opacity: 0.92 },
  };
}
