import { describe, expect, it } from '@jest/globals';
import { databaseTroubleOf } from './database-trouble.rules.js';

describe('trouble with the database', () => {
  it.each([
    ['no connection was free in time', new Error('timeout exceeded when trying to connect'), 'database-busy'],
    ['a lock was not to be had', { code: '55P03' }, 'database-busy'],
    ['two transactions waited for each other', { code: '40P01' }, 'database-busy'],
    ['a statement took too long', { driverError: { code: '57014' } }, 'database-slow'],
    ['the server is shutting down', { code: '57P01' }, 'database-unavailable'],
    ['the connection broke', new Error('Connection terminated unexpectedly'), 'database-unavailable'],
    ['the database is closed', { code: '55000', severity: 'FATAL' }, 'database-unavailable'],
    ['the socket is gone', { code: 'ENOENT', syscall: 'connect' }, 'database-unavailable'],
    ['a file is missing', { code: 'ENOENT', syscall: 'open' }, undefined],
    ['a statement is wrong', { code: '42601' }, undefined],
    ['a mail server says no', { code: 550, message: 'no' }, undefined],
    ['nothing was thrown', undefined, undefined],
  ])('is told from a fault of the program: %s', (_what, error, trouble) => {
    expect(databaseTroubleOf(error)).toBe(trouble);
  });
});
