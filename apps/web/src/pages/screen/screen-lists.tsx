import type { ReactElement } from 'react';
import type { ScreenFigures, ScreenPlace } from '../../api/model.js';
import { percentText } from '../../format/percent.js';
import { shortUnitName } from '../../format/unit-name.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './big-screen.module.css';

const words = pageWords.screen;
const levels = ['station', 'street', 'department', 'joint-meeting', 'district'];
/** As many lines as fit beside the map. */
const mostUnits = 13;

/** Where open cases are on the ladder. */
export function ScreenLevels({ levels: counts }: { levels: ScreenFigures['levels'] }): ReactElement {
  const most = Math.max(...counts.map(({ open }) => open), 1);
  const rows = levels.map((level) => ({
    key: level,
    name: words.level[level] ?? level,
    open: counts.find((each) => each.level === level)?.open ?? 0,
  }));
  return (
    <section className={styles['card']} aria-label={words.levels}>
      <h2>{words.levels}</h2>
      <ul>
        {rows.map(({ key, name, open }) => (
          <Line key={key} name={name} count={open} share={open / most} />
        ))}
      </ul>
    </section>
  );
}

/** The units with the most late tasks, then with the most tasks. */
export function ScreenUnits({ places }: { places: readonly ScreenPlace[] }): ReactElement {
  const rows = places
    .filter(({ kind }) => ['street', 'station', 'department'].includes(kind))
    .map(({ unitId, unit, green, yellow, red, paused }) => ({
      unitId,
      unit,
      red,
      tasks: green + yellow + red + paused,
    }))
    .filter(({ tasks }) => tasks > 0)
    .sort((a, b) => b.red - a.red || b.tasks - a.tasks)
    .slice(0, mostUnits);
  const most = Math.max(...rows.map(({ tasks }) => tasks), 1);
  return (
    <section className={styles['card']} aria-label={words.units}>
      <h2>{words.units}</h2>
      {rows.length === 0 && <p className={styles['soft']}>{words.noUnits}</p>}
      <ul>
        {rows.map(({ unitId, unit, tasks, red }) => (
          <Line key={unitId} name={shortUnitName(unit)} count={tasks} share={tasks / most} late={red} />
        ))}
      </ul>
    </section>
  );
}

/** Topics that do worse than all together. */
export function ScreenWeak({ topics }: { topics: ScreenFigures['weakTopics'] }): ReactElement {
  return (
    <section className={styles['card']} aria-label={words.weak}>
      <h2>{words.weak}</h2>
      {topics.length === 0 && <p className={styles['soft']}>{words.noWeak}</p>}
      <ul>
        {topics.slice(0, 4).map(({ topic, name, rate, mean }) => (
          <li key={`${topic} ${name}`} className={styles['weak']}>
            <span>{`${topic} ${name}`}</span>
            <span className="number">{words.below(percentText(rate), percentText(mean))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly name: string;
  readonly count: number;
  /** Of the longest bar. */
  readonly share: number;
  readonly late?: number;
}

function Line({ name, count, share, late = 0 }: LineProps): ReactElement {
  return (
    <li className={styles['line']}>
      <span className={styles['name']}>{name}</span>
      <span className={styles['track']} aria-hidden="true">
        <span className={styles[late > 0 ? 'late' : 'bar']} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="number">{late > 0 ? words.late(count, late) : count}</span>
    </li>
  );
}
