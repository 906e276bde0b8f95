import type { ReactElement } from 'react';
import type { Light } from '../api/model.js';
import { shortTime } from '../format/time.js';
import { messages } from '../messages/messages.js';
import styles from './due.module.css';

const words = messages.light;

/** The facts about a term that a list row or a case knows. */
export interface Term {
  readonly light: Light | null;
  readonly remaining: string | null;
  readonly dueAt: string | null;
  readonly completedAt?: string | null;
}

/** A term as its light (shape, word and colour), the time left, and the instant at which it ends; null for a case that is over. */
export function Due({ term, oneLine }: { term: Term | null; oneLine?: boolean }): ReactElement {
  if (!term) return <span className={styles['none']}>{words.over}</span>;
  if (term.completedAt) return <Finished at={term.completedAt} />;
  if (!term.dueAt) return <span className={styles['none']}>{words.none}</span>;
  return (
    <span className={oneLine ? styles['line'] : styles['due']}>
      {term.light && <LightTag light={term.light} remaining={term.remaining} />}
      <span className={styles['until']}>{words.until(shortTime(term.dueAt))}</span>
    </span>
  );
}

function LightTag({ light, remaining }: { light: Light; remaining: string | null }): ReactElement {
  return (
    <span className={`${styles['tag']} ${styles[light]}`}>
      <LightShape light={light} />
      {textOf(light, remaining)}
    </span>
  );
}

function Finished({ at }: { at: string }): ReactElement {
  return (
    <span className={styles['due']}>
      <span>{words.finished}</span>
      <span className={styles['until']}>{shortTime(at)}</span>
    </span>
  );
}

// The word is left out where the text for the time left already says it ("3 hours overdue").
function textOf(light: Light, remaining: string | null): string {
  if (!remaining) return words[light];
  const left = messages.said.left(remaining);
  if (light === 'paused') return words.pausedAt(left);
  if (light === 'green') return left;
  return left.toLowerCase().includes(words[light].toLowerCase()) ? left : words.with(words[light], left);
}

// Circle, triangle, diamond and bars differ without colour.
function LightShape({ light }: { light: Light }): ReactElement {
  return (
    <svg width="11" height="11" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true" className={styles['shape']}>
      {light === 'green' && <circle cx="6" cy="6" r="4.5" />}
      {light === 'yellow' && <path d="M6 0.8 11.6 11H0.4Z" />}
      {light === 'red' && <path d="M6 0 12 6 6 12 0 6Z" />}
      {light === 'paused' && <path d="M2 1h3v10H2zM7 1h3v10H7z" />}
    </svg>
  );
}
