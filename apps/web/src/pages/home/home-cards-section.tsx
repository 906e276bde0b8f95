import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { messages } from '../../messages/messages.js';
import type { HomeSection, ShownCard } from './home-cards.js';
import styles from './home.module.css';

const words = messages.home;

/** Most that a card is said to hold. */
const most = 10_000;

/** The cards under one heading; each opens the list of what it counts. */
export function HomeCards({ section, cards }: { section: HomeSection; cards: readonly ShownCard[] }): ReactElement {
  return (
    <section aria-labelledby={`home-${section}`}>
      <h2 id={`home-${section}`} className={styles['heading']}>
        {words.section[section]}
      </h2>
      {cards.length === 0 && <p className={styles['quiet']}>{words.quiet}</p>}
      <ul className={styles['cards']}>
        {cards.map((card) => (
          <li key={card.id}>
            <Card card={card} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card({ card: { path, title, count, note, tone } }: { card: ShownCard }): ReactElement {
  const look = count > 0 ? styles[tone ?? 'plain'] : styles['none'];
  return (
    <Link to={path} className={`${styles['card']} ${look}`}>
      <span className={styles['title']}>{title}</span>
      <span className={styles['count']}>{count >= most ? words.most(most) : count}</span>
      <span className={styles['note']}>{note}</span>
    </Link>
  );
}
