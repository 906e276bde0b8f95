import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { WhistleScore, WhistleUnit } from '../../api/model.js';
import { Due } from '../../components/due.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import type { ScoreOf } from './unit-dialogs.js';
import styles from './whistle-page.module.css';

const words = messages.whistle;

/** A unit that was called: whether it came, its tasks, and what both sides say. */
export function CalledUnit(props: {
  unit: WhistleUnit;
  canRecord: boolean;
  onArrive: () => void;
  onScore: (of: ScoreOf) => void;
}): ReactElement {
  const { unit: it, canRecord, onArrive, onScore } = props;
  const came = it.arrivedAt !== null;
  return (
    <li className={styles['row']}>
      <div className={styles['who']}>
        <p className={styles['title']}>
          <strong>{it.unit}</strong>
          <span className={it.standing === 'absent' || it.standing === 'late' ? styles['bad'] : styles['facts']}>
            {words.standings[it.standing]}
          </span>
          {it.arrivedAt !== null && (
            <span className={styles['facts']}>
              {words.arrival(longTime(it.arrivedAt), it.arrived ?? '', it.recordedBy ?? '')}
            </span>
          )}
        </p>
        {it.tasks.map((task, index) => (
          <p key={index} className={styles['task']}>
            <span>{task.name}</span>
            {task.state === 'open' ? (
              <Due term={{ ...task, remaining: null }} oneLine />
            ) : (
              <span className={styles['facts']}>{messages.followUp.states[task.state]}</span>
            )}
          </p>
        ))}
        {it.ofUnit && <p className={styles['facts']}>{words.ofUnit(scoreText(it.ofUnit))}</p>}
        {it.ofCaller && <p className={styles['facts']}>{words.ofCaller(scoreText(it.ofCaller))}</p>}
      </div>
      {canRecord && (
        <Button aria-label={came ? words.correctOf(it.unit) : words.arriveOf(it.unit)} onClick={onArrive}>
          {came ? words.correct : words.arrive}
        </Button>
      )}
      {it.canScoreUnit && (
        <Button aria-label={words.scoreUnitOf(it.unit)} onClick={() => onScore('unit')}>
          {words.score}
        </Button>
      )}
      {it.canScoreCaller && (
        <Button type="primary" onClick={() => onScore('caller')}>
          {words.scoreCaller}
        </Button>
      )}
    </li>
  );
}

function scoreText({ score, remark, by }: WhistleScore): string {
  return words.scored(score, remark, by);
}
