import type { ReactElement } from 'react';
import type { Case, Side } from '../../api/model.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { MediationText } from './mediation-text.js';
import styles from './side-list.module.css';

const words = messages.side;

/** What goes on beside a case, with what came of it. */
export function SideList({ case: it }: { case: Case }): ReactElement | null {
  if (it.sides.length === 0) return null;
  return (
    <section className={`sheet ${styles['sides']}`} aria-labelledby="sides">
      <h2 id="sides" className={styles['heading']}>
        {headingOf(it.sides)}
      </h2>
      <ul className={styles['list']}>
        {it.sides.map((side) => (
          <SideLine key={side.id} side={side} />
        ))}
      </ul>
    </section>
  );
}

function headingOf(sides: Case['sides']): string {
  if (sides.some(({ kind }) => kind === 'mutual-aid')) return messages.mutualAid.sides;
  if (sides.some(({ kind }) => kind === 'mediation')) return messages.mediation.sides;
  return sides.some(({ kind }) => kind !== 'assist' && kind !== 'supervision')
    ? words.headingWithFollowUps
    : words.heading;
}

function SideLine({ side }: { side: Side }): ReactElement {
  return (
    <li className={styles['side']}>
      <p className={styles['line']}>
        <strong>{words.kind[side.kind]}</strong>
        <span>{side.unit}</span>
        <span className={side.late ? styles['late'] : styles['state']}>{stateText(side)}</span>
        {side.dueAt && !side.endedAt && <span className="number">{words.dueAt(longTime(side.dueAt))}</span>}
      </p>
      <p className={styles['text']}>
        {[side.trigger ?? side.skill, side.text].filter(Boolean).join(messages.marks.colon)}
      </p>
      {side.mediation && <MediationText mediation={side.mediation} />}
      {(side.answer ?? side.answeredAs) && (
        <p className={styles['answer']}>
          {words.answer(
            [side.answeredAs, side.answer].filter(Boolean).join(messages.marks.phrase),
            side.answeredBy ?? side.unit,
          )}
        </p>
      )}
    </li>
  );
}

/** A revisit is asked of nobody before its time has come; who does not sign in time has no objection. */
function stateText({ kind, state, dueAt }: Side): string {
  if (kind === 'countersign' && state === 'lapsed') return words.noObjection;
  return kind === 'revisit' && state === 'asked' && dueAt === null ? words.waitsForTime : words.state[state];
}
