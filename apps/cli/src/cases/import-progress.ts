import { Presets, SingleBar } from 'cli-progress';

/** Shows on stderr how far an import is: a bar on a terminal, else a line every 100 letters. */
export function showProgress(total: number): { step: () => void; stop: () => void } {
  if (!process.stderr.isTTY) {
    let done = 0;
    return {
      step: () => {
        done += 1;
        if (done % 100 === 0) process.stderr.write(`${done} of ${total}\n`);
      },
      stop: () => undefined,
    };
  }
  const bar = new SingleBar({ stream: process.stderr, format: '{bar} {value}/{total} {eta_formatted}' }, Presets.rect);
  bar.start(total, 0);
  return { step: () => void bar.increment(), stop: () => void bar.stop() };
}
