import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { newIdempotencyKey } from './client.js';
import { RequestKeys } from './request-keys.js';

/** What a POST carries so that the server does it only once. */
export interface Once {
  readonly headers: { readonly 'Idempotency-Key': string };
}

interface Followed<Answer, Asked> {
  readonly onSuccess?: (answer: Answer, asked: Asked) => void;
  readonly onSettled?: () => void;
}

/**
 * Something that is done on the server, once however often the same is sent: a click that is repeated because no answer
 * came must not do it twice. `send` passes `once` on to its POST.
 */
export function useAct<Answer, Asked = void>(
  send: (asked: Asked, once: Once) => Promise<Answer>,
  { onSuccess, onSettled }: Followed<Answer, Asked> = {},
): UseMutationResult<Answer, Error, Asked> {
  const [keys] = useState(() => new RequestKeys(newIdempotencyKey));
  return useMutation({
    mutationFn: (asked: Asked) => send(asked, { headers: { 'Idempotency-Key': keys.of(asked) } }),
    onSuccess: (answer, asked) => {
      keys.forget(asked);
      onSuccess?.(answer, asked);
    },
    ...(onSettled && { onSettled }),
  });
}
