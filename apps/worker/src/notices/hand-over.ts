/** Where messages are handed over, and how long it may keep one waiting, in milliseconds. */
export interface GatewaySettings {
  readonly url: string;
  readonly secret?: string;
  readonly patience?: number;
}

/** What a gateway said. */
export interface GatewayAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Hands JSON over to a gateway by HTTP. `Idempotency-Key` is the same at every attempt, so that a gateway which has taken
 * a message knows it again. Redirections are not followed.
 *
 * @throws Error when no whole answer comes in time
 */
export async function handOver(
  { url, secret, patience = 10_000 }: GatewaySettings,
  id: string,
  body: object,
): Promise<GatewayAnswer> {
  const answer = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
    headers: {
      'content-type': 'application/json',
      'idempotency-key': id,
      ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
    },
  });
  return { status: answer.status, text: (await answer.text()).slice(0, 2_000) };
}
