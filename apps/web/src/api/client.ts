import createClient, { type Middleware } from 'openapi-fetch';
import { isActive } from './activity.js';
import { connectionProblem, problemFrom } from './problem.js';
import type { paths } from './schema.js';

/** The typed client; same origin, cookie session. */
export const client = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });

let csrfToken: string | undefined;
let heardAt = Date.now();
let onSignedOut: (code: string) => void = () => {};
let onTokenStale: () => void = () => {};

/** When the server last answered anything, in milliseconds. */
export function lastHeard(): number {
  return heardAt;
}

/** Remembers the token that every writing call must carry; undefined after sign-out. */
export function setCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/** Registers what happens when the server no longer knows the session; the code says why. */
export function onSessionLost(handler: (code: string) => void): void {
  onSignedOut = handler;
}

/** Registers what happens when what is known of the session no longer holds: its CSRF token, or what it has to set right first. */
export function onCsrfTokenStale(handler: () => void): void {
  onTokenStale = handler;
}

const staleSigns: ReadonlySet<string> = new Set([
  'csrf-token-wrong',
  'password-change-needed',
  'second-factor-enrolment-needed',
]);

const session: Middleware = {
  onRequest({ request }) {
    if (!isActive()) request.headers.set('X-Background', '1');
    if (request.method !== 'GET' && csrfToken) request.headers.set('X-CSRF-Token', csrfToken);
    return request;
  },
  async onResponse({ response, request }) {
    heardAt = Date.now();
    const signingIn = /\/auth\/(session|provider\/code)$/u.test(new URL(request.url).pathname);
    if (response.status === 401 && !signingIn) onSignedOut(await codeOf(response.clone()));
    return response;
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return connectionProblem();
  },
};
client.use(session);

async function codeOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  return problemFrom(response.status, body).code;
}

/** Gives the body of a good answer, throws an ApiProblem for any other. */
export async function unwrap<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  const problem = problemFrom(response.status, error);
  if (staleSigns.has(problem.code)) onTokenStale();
  throw problem;
}

/** A random UUID; browsers make their own only over https. */
export function newUuid(): string {
  const hex = newIdempotencyKey();
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

/** A key under which the server accepts a POST only once; works on plain http addresses too. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
