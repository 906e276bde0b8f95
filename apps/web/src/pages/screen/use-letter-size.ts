import { useSyncExternalStore } from 'react';

/** Size of the letters of the screen in pixels, as its style sheet has it: what is drawn grows with the window. */
export function useLetterSize(): number {
  return useSyncExternalStore(
    (onChange) => {
      window.addEventListener('resize', onChange);
      return () => window.removeEventListener('resize', onChange);
    },
    () => Math.round(Math.max(Math.min(window.innerWidth * 0.0115, window.innerHeight * 0.0205), 11)),
  );
}
