import { check, type CheckRequest } from './check.js';

/** Checks beside the page, so that drawing never waits for it. */
self.addEventListener('message', ({ data }: MessageEvent<{ id: number; request: CheckRequest }>) => {
  check(data.request).then(
    (problems) => self.postMessage({ id: data.id, problems }),
    (error: unknown) => self.postMessage({ id: data.id, failure: error instanceof Error ? error.message : 'unknown' }),
  );
});
