import { z } from 'zod';
import type { ConfigVariable } from './config-variables.js';
import { flag, urlWith } from './variable-types.js';

/** Whether an address is this machine itself, where nobody listens to plain http. */
export function isLocalHost({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Over https, or on this machine: whoever changes what a provider of sign-in says is everybody. */
const issuer = urlWith('http:', 'https:').refine((value) => {
  const url = new URL(value);
  return (url.protocol === 'https:' || isLocalHost(url)) && url.username === '' && url.search === '' && url.hash === '';
});

const words = z
  .string()
  .transform((value) => value.split(',').map((word) => word.trim()))
  .refine((each) => each.every((word) => /^[\u0021-\u007e]+$/u.test(word)));

/** How the variables of a provider of sign-in are read. */
export const oidcShape = {
  LIANBAN_OIDC_ISSUER: issuer.optional(),
  LIANBAN_OIDC_CLIENT_ID: z.string().optional(),
  LIANBAN_OIDC_CLIENT_SECRET: z.string().min(8).optional(),
  LIANBAN_OIDC_NAME: z.string().max(40).default('统一身份认证'),
  LIANBAN_OIDC_LINK: z.enum(['username', 'subject']).default('username'),
  LIANBAN_OIDC_CREATE: flag,
  LIANBAN_OIDC_ACR: words.optional(),
};

/** What the documentation prints about them. */
export const oidcVariables = [
  {
    name: 'LIANBAN_OIDC_ISSUER',
    default: 'unset = passwords only',
    meaning: 'provider of sign-in by OpenID Connect; needs LIANBAN_URL and a client id too',
    expected: 'an https address like https://sso.example.gov.cn/realms/staff (http on localhost only)',
    secret: false,
  },
  {
    name: 'LIANBAN_OIDC_CLIENT_ID',
    default: 'unset',
    meaning: 'what the provider calls this installation',
    expected: 'the client id that the provider gave, as LIANBAN_OIDC_ISSUER is set',
    secret: false,
  },
  {
    name: 'LIANBAN_OIDC_CLIENT_SECRET',
    default: 'unset = a public client',
    meaning: 'its secret at the provider',
    expected: 'at least 8 characters',
    secret: true,
  },
  {
    name: 'LIANBAN_OIDC_NAME',
    default: '统一身份认证',
    meaning: 'what the provider is called on the sign-in page',
    expected: 'at most 40 characters',
    secret: false,
  },
  {
    name: 'LIANBAN_OIDC_LINK',
    default: 'username',
    meaning: 'how people of the provider are found at first: by user name, or by a subject that administrators set',
    expected: 'username or subject',
    secret: false,
  },
  {
    name: 'LIANBAN_OIDC_CREATE',
    default: '0',
    meaning: 'open an account, without roles, for whoever comes from the provider and has none',
    expected: '0 or 1',
    secret: false,
  },
  {
    name: 'LIANBAN_OIDC_ACR',
    default: 'unset = amr alone tells',
    meaning: 'levels (acr) at which the provider has asked for a second factor',
    expected: 'values with commas between them',
    secret: false,
  },
] as const satisfies readonly ConfigVariable[];
