import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { EChartsCoreOption } from 'echarts/core';
import type { DistrictMap } from '../../api/model.js';
import { useDark } from '../../hooks/use-look.js';
import { useStill } from '../../hooks/use-media.js';
import type { Drawing } from './draw.js';
import { chartColours, type ChartColours } from './colours.js';

interface Props {
  /** What it shows; the numbers themselves stand in a table beside it. */
  readonly label: string;
  /** The drawing in the colours of the page. */
  readonly option: (colours: ChartColours) => EChartsCoreOption;
  /** Of CSS. */
  readonly height: string;
  /** The outline, where the drawing is a map. */
  readonly outline?: DistrictMap['map'];
  readonly onPick?: (id: string) => void;
}

/** A drawing of figures. Its library is fetched when the first one is shown. */
export function Chart({ label, option, height, outline, onPick }: Props): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  const [drawing, setDrawing] = useState<Drawing>();
  const dark = useDark();
  const still = useStill();
  pick.current = onPick;

  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let begun: Drawing | undefined;
    let left = false;
    const watch = new ResizeObserver(() => begun?.resize());
    void import('./draw.js').then(({ beginDrawing, knowOutline }) => {
      if (left) return;
      if (outline) knowOutline(outline);
      begun = beginDrawing(element, (id) => pick.current?.(id));
      watch.observe(element);
      setDrawing(begun);
    });
    return () => {
      left = true;
      watch.disconnect();
      begun?.end();
      setDrawing(undefined);
    };
  }, [outline]);

  useEffect(() => {
    if (!place.current) return;
    const common = { aria: { enabled: true, label: { description: label } }, animation: !still };
    drawing?.show({ ...common, ...option(chartColours(place.current)) });
  }, [drawing, option, label, dark, still]);

  return <div ref={place} role="img" aria-label={label} style={{ width: '100%', height }} />;
}
