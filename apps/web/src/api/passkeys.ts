import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { client, unwrap } from './client.js';
import type { Confirmation, Passkey, PasskeyAnswer } from './model.js';
import { lookUpAnew } from './query-client.js';

/** Whether this browser, at this address, knows keys at all. */
export const knowsPasskeys = typeof window.PublicKeyCredential === 'function';

/** Has one of the person's keys sign what the server asks for; the library comes with the first key. */
export async function answerWithPasskey(options: unknown): Promise<PasskeyAnswer> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  // What the server made by the same library.
  const answer = await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
  const { id, rawId, type, response, authenticatorAttachment } = answer;
  return {
    ...{ id, rawId, type, response, clientExtensionResults: {} },
    ...(authenticatorAttachment && { authenticatorAttachment }),
  };
}

/** One's own keys. */
export function usePasskeys(): UseQueryResult<Passkey[]> {
  return useQuery({
    queryKey: ['passkeys'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/me/passkeys', { signal })),
  });
}

/** Makes a key and has the server keep it; gives recovery codes where there were none. */
export function useAddPasskey(): UseMutationResult<
  { codes: string[] },
  Error,
  Confirmation & { readonly name: string }
> {
  return useMutation({
    mutationFn: async ({ name, ...given }) => {
      const { options } = await unwrap(client.PUT('/api/v1/me/passkeys/request', { body: await withPasskey(given) }));
      const { startRegistration } = await import('@simplewebauthn/browser');
      const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON; // of the same library
      const made = await startRegistration({ optionsJSON });
      const { clientDataJSON, attestationObject, transports } = made.response;
      const response = { clientDataJSON, attestationObject, ...(transports && { transports }) };
      const { id, rawId, type } = made;
      return await unwrap(
        client.PUT('/api/v1/me/passkeys', {
          body: { name, response: { id, rawId, type, response, clientExtensionResults: {} } },
        }),
      );
    },
    onSuccess: () => lookUpAnew('passkeys', 'second-factor'),
  });
}

/** Forgets a key. */
export function useRemovePasskey(id: string): UseMutationResult<unknown, Error, Confirmation> {
  return useMutation({
    mutationFn: async (given) =>
      await unwrap(
        client.PUT('/api/v1/me/passkeys/{id}/removal', { params: { path: { id } }, body: await withPasskey(given) }),
      ),
    onSuccess: () => lookUpAnew('passkeys', 'second-factor'),
  });
}

/**
 * What shows again that it is oneself: a code where one was typed, else a signature of a key, where there are keys and
 * no app that gives codes.
 */
export async function withPasskey(given: Confirmation): Promise<Confirmation> {
  if (given.code !== undefined) return given;
  const keys = await unwrap(client.GET('/api/v1/me/passkeys'));
  if (keys.length === 0) return given;
  const { options } = await unwrap(client.PUT('/api/v1/me/passkeys/proof'));
  return { ...given, passkey: await answerWithPasskey(options) };
}
