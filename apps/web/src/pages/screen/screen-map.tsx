import { useCallback, useMemo, type ReactElement } from 'react';
import type { ScreenPlace } from '../../api/model.js';
import { useScreenMap } from '../../api/screens.js';
import { Chart } from '../../components/chart/chart.js';
import type { ChartColours } from '../../components/chart/colours.js';
import { mapOption } from '../../components/chart/map-option.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './big-screen.module.css';
import { useLetterSize } from './use-letter-size.js';

const words = pageWords.screen;

/** Where the open cases passed; what is with a unit now stands in the list beside it. */
export function ScreenMap({ token, places }: { token: string; places: readonly ScreenPlace[] }): ReactElement {
  const size = useLetterSize();
  const map = useScreenMap(token);
  const outline = map.data?.map ?? null;
  const shown = useMemo(() => places.filter(({ kind, position }) => kind === 'station' && position !== null), [places]);
  const option = useCallback(
    (colours: ChartColours) =>
      mapOption({ outline, shown, places, size, tell: ({ unit, open }) => `${unit} ${open}` }, colours),
    [outline, shown, places, size],
  );
  return (
    <section className={`${styles['card']} ${styles['middle']}`} aria-label={words.map}>
      <h2>{words.map}</h2>
      <div className={styles['fill']}>
        {!map.isPending && (
          <Chart label={pageWords.districtMap.picture(shown.length)} option={option} height="100%" outline={outline} />
        )}
      </div>
      <p className={styles['legend']}>
        <span className={styles['red']}>◆ {pageWords.districtMap.lights.red}</span>
        <span className={styles['yellow']}>● {pageWords.districtMap.lights.yellow}</span>
        <span className={styles['green']}>● {pageWords.districtMap.lights.green}</span>
      </p>
    </section>
  );
}
