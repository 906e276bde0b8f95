import { useSyncExternalStore } from 'react';

/** What can be chosen about how the pages look, with the first as what is shown to who chose nothing. */
const choices = {
  scheme: ['system', 'light', 'dark'],
  density: ['comfortable', 'compact'],
  reading: ['standard', 'elder'],
} as const;

type Choices = typeof choices;
type Aspect = keyof Choices;

/** One of the ways in which an aspect can look. */
export type Look<A extends Aspect> = Choices[A][number];

/** What this browser's user has chosen, kept from visit to visit. */
export function useChosenLook<A extends Aspect>(aspect: A): readonly [Look<A>, (look: Look<A>) => void] {
  const chosen = useSyncExternalStore(onShown, () => chosenLook(aspect));
  return [chosen, (look) => choose(aspect, look)];
}

/** Whether the pages are dark, by choice or as the system is. */
export function useDark(): boolean {
  return useSyncExternalStore(onShown, () => document.documentElement.dataset['scheme'] === 'dark');
}

function chosenLook<A extends Aspect>(aspect: A): Look<A> {
  const [standard] = choices[aspect];
  const kept = localStorage.getItem(`lianban.${aspect}`);
  return choices[aspect].find((look) => look === kept) ?? standard;
}

/** What is as it is without a choice is not kept: `public/look.js` reads only what differs. */
function choose<A extends Aspect>(aspect: A, look: Look<A>): void {
  const key = `lianban.${aspect}`;
  if (look === choices[aspect][0]) localStorage.removeItem(key);
  else localStorage.setItem(key, look);
  window.dispatchEvent(new Event('lianban.chosen'));
}

/** `public/look.js` says so each time when it has written anew how the pages look. */
function onShown(onChange: () => void): () => void {
  window.addEventListener('lianban.shown', onChange);
  return () => window.removeEventListener('lianban.shown', onChange);
}
