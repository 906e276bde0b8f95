import { ReloadOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { messages } from '../../messages/messages.js';
import styles from './change-bar.module.css';

/**
 * Says that a list has changed, over it and not in it, so that nothing moves under the hand of who reads; whoever
 * presses it gets the list as it is by now.
 *
 * @param fresh how many lines are new; 0: something else changed; undefined: nothing did
 */
export function ChangeBar({ fresh, onRefresh }: { fresh: number | undefined; onRefresh: () => void }): ReactElement {
  return (
    <div role="status" className={styles['place']}>
      {fresh !== undefined && (
        <button type="button" className={styles['bar']} onClick={onRefresh}>
          <ReloadOutlined aria-hidden /> {fresh > 0 ? messages.desk.fresh(fresh) : messages.desk.changed}
        </button>
      )}
    </div>
  );
}
