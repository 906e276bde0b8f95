import { describe, expect, it } from '@jest/globals';
import { RequestKeys } from './request-keys.js';

describe('the keys of requests', () => {
  it('are the same for a request that is sent again, whatever was sent in between', () => {
    const keys = countedKeys();

    const first = keys.of({ title: '路灯不亮' });
    keys.of({ title: '井盖缺失' });

    expect(keys.of({ title: '路灯不亮' })).toBe(first);
  });

  it('are others for other content', () => {
    const keys = countedKeys();

    expect(keys.of({ title: '路灯不亮' })).not.toBe(keys.of({ title: '路灯不亮了' }));
  });

  it('are others once the request was answered, also where it says nothing', () => {
    const keys = countedKeys();

    const first = keys.of(undefined);
    keys.forget(undefined);

    expect(keys.of(undefined)).not.toBe(first);
  });
});

function countedKeys(): RequestKeys {
  let made = 0;
  return new RequestKeys(() => String(++made));
}
