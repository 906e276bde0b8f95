import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MutationObserver, onlineManager } from '@tanstack/react-query';
import { queryClient } from './query-client.js';

describe('an act while the computer has no network', () => {
  beforeAll(() => onlineManager.setOnline(false));
  afterAll(() => onlineManager.setOnline(true));

  it('is told to have failed, and does not wait to be done later', async () => {
    const act = new MutationObserver(queryClient, { mutationFn: () => Promise.reject(new Error('no connection')) });

    await expect(act.mutate()).rejects.toThrow('no connection');
  });
});
