import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';
import { withRequestId } from './request-id.js';

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

  it('names the request, and lets nobody write a line of their own', () => {
    const lines: string[] = [];
    const log = createLogger({ name: 'api', destination: { write: (line) => void lines.push(line) } });

    withRequestId('r-1', () => log.warn({ path: '/x\n{"level":60}' }, 'refused\r\n{"msg":"forged"}\u2028'));

    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/u);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ requestId: 'r-1', path: '/x\n{"level":60}' });
  });

  it('tells of an error of the database where it happened, never the row or the values', () => {
    const lines: string[] = [];
    const log = createLogger({ name: 'api', destination: { write: (line) => void lines.push(line) } });
    const driverError = Object.assign(new Error('duplicate key'), {
      code: '23505',
      constraint: 'case_phone',
      detail: 'Key (phone)=(13800138000) already exists.',
      where: 'COPY line 王小明',
    });
    const error = Object.assign(new Error('duplicate key'), { parameters: ['王小明'], query: 'INSERT', driverError });

    log.error({ err: error }, 'failed');

    expect(lines.join()).toMatch(/23505.*case_phone/u);
    expect(lines.join()).not.toMatch(/13800138000|王小明/u);
  });
});
