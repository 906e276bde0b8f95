import type { LoadOrder } from './load-order.js';
import { runLoad } from './run-load.js';

/** Simulates beside the page; whoever gives up ends the worker. */
self.addEventListener('message', ({ data }: MessageEvent<LoadOrder>) => {
  runLoad(data, (done, total) => self.postMessage({ done, total })).then(
    (outcome) => self.postMessage({ outcome }),
    (error: unknown) => self.postMessage({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
