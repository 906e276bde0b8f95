import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';

describe('createLogger', () => {
  it('writes JSON lines without credentials', () => {
    const lines: string[] = [];
    const log = createLogger({ name: 'api', destination: { write: (line) => void lines.push(line) } });

    log.info({ req: { headers: { authorization: 'Bearer x', host: 'h' } }, body: { password: 'p' } }, 'signed in');
    log.debug('not written');

    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ name: 'api', msg: 'signed in', req: { headers: { host: 'h' } }, body: {} }),
    ]);
  });
});
