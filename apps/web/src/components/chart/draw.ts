import { BarChart, LineChart, MapChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GeoComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, registerMap, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { DistrictMap } from '../../api/model.js';

// The module is loaded when the first chart is shown; only what is drawn here is in it.
use([BarChart, LineChart, MapChart, ScatterChart]);
use([AriaComponent, GeoComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);

/** A drawing in an element of the page. */
export interface Drawing {
  show(option: EChartsCoreOption): void;
  resize(): void;
  end(): void;
}

/** Begins a drawing. @param onPick told what was pressed, by its id */
export function beginDrawing(place: HTMLElement, onPick: (id: string) => void): Drawing {
  const chart: EChartsType = init(place, null, { renderer: 'svg' });
  chart.on('click', ({ data }) => {
    const id: unknown = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
    if (typeof id === 'string') onPick(id);
  });
  return {
    // What is drawn already stays and moves: nothing flickers where figures are renewed.
    show: (option) => chart.setOption(option, { replaceMerge: ['series'] }),
    resize: () => chart.resize(),
    end: () => chart.dispose(),
  };
}

/** Makes an outline known as `district` before a map of it is drawn. */
export function knowOutline(map: NonNullable<DistrictMap['map']>): void {
  registerMap('district', map as Parameters<typeof registerMap>[1]);
}
