import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('(max-width: 767px)');
const narrow = window.matchMedia('(max-width: 1279px)');

/** True where the window is phone-sized: the menu goes to the foot. */
export function usePhone(): boolean {
  return useMedia(phone);
}

const still = window.matchMedia('(prefers-reduced-motion: reduce)');

/** True where people have asked their system for less motion. */
export function useStill(): boolean {
  return useMedia(still);
}

/** True where a list's columns would not fit beside the menu: cards instead of a table. */
export function useNarrow(): boolean {
  return useMedia(narrow);
}

function useMedia(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (onChange) => {
      query.addEventListener('change', onChange);
      return () => query.removeEventListener('change', onChange);
    },
    () => query.matches,
  );
}
