import { Presets, SingleBar } from 'cli-progress';

/** Tells how far something is. */
export interface Progress {
  to(done: number): void;
  stop(): void;
}

/** Shows on stderr how far something is: a bar on a terminal, else a line every 100 items. */
export function showProgress(total: number): Progress {
  if (!process.stderr.isTTY) {
    let told = 0;
    return {
      to: (done) => {
        if (Math.floor(done / 100) > told) process.stderr.write(`${done} of ${total}\n`);
        told = Math.floor(done / 100);
      },
      stop: () => undefined,
    };
  }
  const bar = new SingleBar({ stream: process.stderr, format: '{bar} {value}/{total} {eta_formatted}' }, Presets.rect);
  bar.start(total, 0);
  return { to: (done) => void bar.update(done), stop: () => void bar.stop() };
}
