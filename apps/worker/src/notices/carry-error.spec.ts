import { describe, expect, it } from '@jest/globals';
import { CarryError, plainError } from './carry-error.js';

describe('a failure to hand something over', () => {
  it.each([
    [
      'what a mail server said, which names the receiver',
      Object.assign(new Error('550 5.1.1 <lihua@example.com>: unknown'), { code: 'EENVELOPE', responseCode: 550 }),
      'mail: answered 550, EENVELOPE; it is tried again',
    ],
    [
      'what fetch could not reach',
      Object.assign(new TypeError('fetch failed'), {
        cause: Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:443'), { code: 'ECONNREFUSED' }),
      }),
      'mail: ECONNREFUSED; it is tried again',
    ],
    [
      'a code that is somebody else’s text',
      Object.assign(new Error('x'), { code: 'lihua@example.com' }),
      'mail: the connection failed; it is tried again',
    ],
    ['a text that was thrown', 'lihua@example.com', 'mail: the connection failed; it is tried again'],
  ])('does not repeat %s', (_, error, expected) => {
    const plain = plainError('mail', error);
    expect(plain.message).toBe(expected);
    expect(plain.cause).toBeUndefined();
  });

  it('keeps what is in our own words', () => {
    const error = new CarryError('the SMS gateway answered 503; expected 2xx');
    expect(plainError('sms', error)).toBe(error);
  });
});
