import { z } from 'zod';
import { signInSettingsSchema } from '@lianban/identity';
import { unitKindSchema } from '../catalogue/catalogue.schema.js';
import { namedSchema } from '../http/paging.js';

const password = z.string().min(1, '请输入密码').max(200);

/** By what an account gets in. */
export const signsInBySchema = z.enum(['password', 'provider', 'program']);

const code = z.string().min(1, '请输入验证码').max(40).describe('Of the authenticator app, or a recovery code');

const signed = z.string().min(1).max(20_000);

/** What a browser answers when one of its keys has signed (WebAuthn). */
export const passkeyAnswerSchema = z
  .object({
    id: signed,
    rawId: signed,
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: signed,
      authenticatorData: signed,
      signature: signed,
      userHandle: signed.exactOptional(),
    }),
    clientExtensionResults: z.record(z.string(), z.unknown()),
    authenticatorAttachment: z.enum(['cross-platform', 'platform']).exactOptional(),
  })
  .meta({ id: 'PasskeyAnswer' });

/** What one signs in with. */
export const credentialsSchema = z
  .object({
    username: z.string().min(1, '请输入用户名').max(64),
    password,
    code: code.optional().describe('Of the second factor; needed after a problem "second-factor-needed"'),
    passkey: passkeyAnswerSchema.optional().describe('Instead of the code, to the request of that problem'),
  })
  .meta({ id: 'Credentials' });

/** Credentials as they were checked at the edge. */
export type Credentials = z.output<typeof credentialsSchema>;

/** An access token for a program. */
export const tokenSchema = z
  .object({ accessToken: z.string(), expiresIn: z.int().describe('Seconds') })
  .meta({ id: 'AccessToken' });

/** Who is signed in. */
export const meSchema = z
  .object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    roles: z.array(namedSchema),
    permissions: z.array(z.string()),
    signsInBy: signsInBySchema,
    units: z.array(z.object({ id: z.string(), name: z.string(), kind: unitKindSchema })),
    due: z
      .array(z.enum(['password', 'second-factor']))
      .describe('What is to be set right first; until then everything else is refused'),
  })
  .meta({ id: 'Me' });

/** Who is signed in, as answers say it. */
export type Me = z.output<typeof meSchema>;

/** A browser's session; `csrfToken` goes into the header `X-CSRF-Token` of every write. */
export const sessionSchema = z.object({ csrfToken: z.string(), me: meSchema }).meta({ id: 'Session' });

/** A browser's session, as answers say it. */
export type Session = z.output<typeof sessionSchema>;

/** A change of one's own password. */
export const passwordChangeSchema = z
  .object({ current: password, next: z.string().min(1, '请输入新密码').max(200) })
  .meta({ id: 'PasswordChange' });

/** A password that somebody else chose; its owner changes it at the next sign-in. */
export const passwordResetSchema = z
  .object({ password: z.string().min(1, '请输入临时密码').max(200) })
  .meta({ id: 'PasswordReset' });

/** A decision about it. */
export const signInWaySchema = z
  .object({ by: signsInBySchema.describe('"program": nobody signs in, security administrators make its tokens') })
  .meta({ id: 'SignInWay' });

/** By what one shows again that it is oneself. */
export const confirmationSchema = z
  .object({ password, code: code.optional(), passkey: passkeyAnswerSchema.optional() })
  .meta({ id: 'Confirmation' });

/** A code that an authenticator app shows. */
export const totpCodeSchema = z.object({ code }).meta({ id: 'TotpCode' });

/** The provider of sign-in, as its button says. */
export const providerSchema = z
  .object({ name: z.string().nullable().describe('Null: passwords only') })
  .meta({ id: 'Provider' });

/** Where to go after signing in: a path of this site, so that nobody is led astray. */
export const providerStartSchema = z.object({
  next: z
    .string()
    .max(2_000)
    .regex(/^\/(?![/\\])/u)
    .default('/'),
});

/** Whom the provider means by the account. */
export const subjectSchema = z
  .object({ subject: z.string().min(1).max(255).nullable().describe('`sub` of the provider; null: no link') })
  .meta({ id: 'ProviderSubject' });

/** What somebody has beside the password. */
export const secondFactorSchema = z
  .object({
    since: z.string().nullable().describe('Since when the authenticator app is asked for a code; null: it is not'),
    recoveryCodes: z.int().describe('Recovery codes that were not used yet'),
  })
  .meta({ id: 'SecondFactor' });

/** What an authenticator app is to keep; told once. */
export const newTotpSchema = z
  .object({ secret: z.string().describe('Base32, to be typed'), uri: z.string().describe('For a QR code') })
  .meta({ id: 'NewTotp' });

/** Codes for somebody without their device, each good once; told once. */
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

/** Where somebody is signed in by a browser. */
export const ownSessionsSchema = z.array(
  z
    .object({
      id: z.string(),
      openedAt: z.string(),
      seenAt: z.string(),
      ip: z.string().nullable(),
      browser: z.string().nullable(),
      system: z.string().nullable(),
      current: z.boolean().describe('The one that asks'),
    })
    .meta({ id: 'OwnSession' }),
);

/** What sign-in asks, with the decisions that led to it. */
export const settledSignInSchema = z
  .object({
    version: z.int(),
    value: signInSettingsSchema,
    decisions: z
      .array(z.object({ at: z.string(), by: z.string(), note: z.string(), value: signInSettingsSchema }))
      .describe('The newest first'),
  })
  .meta({ id: 'SettledSignIn' });

/** What the browser hands to its keys; as WebAuthn has it. */
export const passkeyRequestSchema = z
  .object({ options: z.record(z.string(), z.unknown()) })
  .meta({ id: 'PasskeyRequest' });

/** A key that a browser has made. */
export const madePasskeySchema = z
  .object({
    name: z.string().trim().min(1, '请填写名称').max(50),
    response: z.object({
      id: signed,
      rawId: signed,
      type: z.literal('public-key'),
      response: z.object({
        clientDataJSON: signed,
        attestationObject: signed,
        transports: z.array(z.string().max(40)).max(10).exactOptional(),
      }),
      clientExtensionResults: z.record(z.string(), z.unknown()),
    }),
  })
  .meta({ id: 'MadePasskey' });

/** One's own keys. */
export const passkeysSchema = z.array(
  z
    .object({ id: z.string(), name: z.string(), madeAt: z.string(), usedAt: z.string().nullable() })
    .meta({ id: 'Passkey' }),
);
