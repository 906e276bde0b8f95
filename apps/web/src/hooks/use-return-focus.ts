import { useEffect, useState } from 'react';

/**
 * For what stands over the page while it is there: when it goes, the focus is where it was before, or at the page where
 * that has gone, so that who uses no mouse goes on there.
 */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return; // the next thing has taken it
      const stays = before instanceof HTMLElement && before !== document.body && before.isConnected;
      (stays ? before : document.getElementById('main'))?.focus({ preventScroll: true });
    },
    [before],
  );
}
