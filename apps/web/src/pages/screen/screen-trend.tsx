import { useCallback, type ReactElement } from 'react';
import type { ScreenFigures } from '../../api/model.js';
import { Chart } from '../../components/chart/chart.js';
import type { ChartColours } from '../../components/chart/colours.js';
import { lineOption } from '../../components/chart/options.js';
import { shortDay, dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './big-screen.module.css';
import { useLetterSize } from './use-letter-size.js';

const words = pageWords.screen;

/** What came and went, day by day. */
export function ScreenTrend({ trend, days }: { trend: ScreenFigures['trend']; days: number }): ReactElement {
  const size = useLetterSize();
  const option = useCallback(
    (colours: ChartColours) =>
      lineOption(
        {
          heads: trend.map(({ day }) => shortDay(day)),
          lines: [
            { name: pageWords.trend.received, values: trend.map(({ received }) => received) },
            { name: pageWords.trend.endings, values: trend.map(({ endings }) => endings) },
          ],
          size,
        },
        colours,
      ),
    [trend, size],
  );
  const told = trend
    .map(({ day, received, endings }) => `${dayText(day)} ${received} ${endings}`)
    .join(messages.marks.clause);
  return (
    <section className={styles['card']} aria-label={words.trend(days)}>
      <h2>{words.trend(days)}</h2>
      <div className={styles['fill']}>
        <Chart label={`${words.trend(days)}${messages.marks.colon}${told}`} option={option} height="100%" />
      </div>
    </section>
  );
}
