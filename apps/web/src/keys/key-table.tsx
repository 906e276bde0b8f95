import type { ReactElement } from 'react';
import { messages } from '../messages/messages.js';
import styles from './key-table.module.css';
import { keys, type KeyPlace } from './keys.js';

const words = messages.desk.keys;
const places: readonly KeyPlace[] = ['everywhere', 'list', 'case'];

/** All keys, by where they mean something. */
export function KeyTable(): ReactElement {
  return (
    <div className={styles['places']}>
      {places.map((place) => (
        <section key={place} aria-label={words.place[place]}>
          <h3 className={styles['place']}>{words.place[place]}</h3>
          <dl className={styles['keys']}>
            {keys
              .filter((key) => key.place === place)
              .map((key) => (
                <div key={key.id} className={styles['line']}>
                  <dt>
                    {key.keys.split(' ').map((each) => (
                      <kbd key={each} className={styles['key']}>
                        {each}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{words.name[key.id]}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
