import type { ReactElement } from 'react';
import type { ElementState } from '../../api/model.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './element-tip.module.css';

const words = messages.diagram;

/** The element under the pointer, with the pointer's place in the window. */
export interface PointedElement {
  readonly name: string | undefined;
  readonly state: ElementState;
  readonly x: number;
  readonly y: number;
}

/** Who, when and until when, beside the pointer. */
export function ElementTip({ of }: { of: PointedElement }): ReactElement {
  const { who, at, dueAt, state } = of.state;
  const { innerWidth, innerHeight } = window;
  const place = {
    ...(of.x > innerWidth - 280 ? { right: innerWidth - of.x + 10 } : { left: of.x + 14 }),
    ...(of.y > innerHeight - 200 ? { bottom: innerHeight - of.y + 10 } : { top: of.y + 14 }),
  };
  return (
    <div role="tooltip" className={styles['tip']} style={place}>
      <strong>{of.name ?? words.unnamed}</strong>
      <p>{words[state]}</p>
      {who && <p>{`${words.who} ${who}`}</p>}
      {at && <p>{`${words.at} ${shortTime(at)}`}</p>}
      {dueAt && <p>{`${words.dueAt} ${shortTime(dueAt)}`}</p>}
    </div>
  );
}
