import { useEffect, useRef, useState } from 'react';
import type { LoadOutcome } from './load-order.js';

/** How far a simulation is, or what became of it. */
export type LoadState =
  | { readonly kind: 'idle' | 'cancelled' }
  | { readonly kind: 'reading'; readonly count: number }
  | { readonly kind: 'running'; readonly percent: number }
  | { readonly kind: 'done'; readonly outcome: LoadOutcome; readonly seconds: number }
  | { readonly kind: 'failed'; readonly error: unknown };

/** What a simulation does, telling how far it is. */
type Work = (signal: AbortSignal, tell: (state: LoadState) => void) => Promise<LoadOutcome>;

interface Load {
  readonly state: LoadState;
  readonly begin: (work: Work) => void;
  readonly cancel: () => void;
}

/** One simulation at a time; it ends with the page. */
export function useLoad(): Load {
  const [state, setState] = useState<LoadState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const begin = (work: Work) => {
    const controller = new AbortController();
    running.current = controller;
    const tell = (next: LoadState) => {
      if (!controller.signal.aborted) setState(next);
    };
    const begun = performance.now();
    tell({ kind: 'reading', count: 0 });
    work(controller.signal, tell).then(
      (outcome) => tell({ kind: 'done', outcome, seconds: Math.round((performance.now() - begun) / 100) / 10 }),
      (error: unknown) => {
        if (!controller.signal.aborted) console.error('load not simulated', error);
        tell({ kind: 'failed', error });
      },
    );
  };
  const cancel = () => {
    running.current?.abort();
    setState({ kind: 'cancelled' });
  };
  return { state, begin, cancel };
}
