import { useCallback, type ReactElement } from 'react';
import type { ScreenFigures } from '../../api/model.js';
import { Chart } from '../../components/chart/chart.js';
import type { ChartColours } from '../../components/chart/colours.js';
import { lineOption } from '../../components/chart/options.js';
import { messages } from '../../messages/messages.js';
import styles from './big-screen.module.css';
import { useLetterSize } from './use-letter-size.js';

const words = messages.screen;

/** What came and went, day by day. */
export function ScreenTrend({ trend, days }: { trend: ScreenFigures['trend']; days: number }): ReactElement {
  const size = useLetterSize();
  const option = useCallback(
    (colours: ChartColours) =>
      lineOption(
        {
          heads: trend.map(({ day }) => day.slice(5)),
          lines: [
            { name: messages.trend.received, values: trend.map(({ received }) => received) },
            { name: messages.trend.endings, values: trend.map(({ endings }) => endings) },
          ],
          size,
        },
        colours,
      ),
    [trend, size],
  );
  const told = trend.map(({ day, received, endings }) => `${day} ${received} ${endings}`).join('；');
  return (
    <section className={styles['card']} aria-label={words.trend(days)}>
      <h2>{words.trend(days)}</h2>
      <div className={styles['fill']}>
        <Chart label={`${words.trend(days)}：${told}`} option={option} height="100%" />
      </div>
    </section>
  );
}
