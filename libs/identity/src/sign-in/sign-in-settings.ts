import { z } from 'zod';

const count = (least: number, most: number) => z.int().min(least).max(most);
const roles = z.array(z.string().min(1).max(64)).max(50);

/** What sign-in asks, as security administrators decide it. Times in minutes or days. */
export const signInSettingsSchema = z
  .object({
    maximumFailures: count(3, 20).describe('Wrong passwords or codes until a user name is locked'),
    lockMinutes: count(5, 1_440),
    minimumLength: count(8, 64),
    minimumKinds: count(1, 4).describe('Of small letters, capitals, digits and others'),
    passwordHistory: count(1, 24).describe('Last passwords that are not taken again, the present one among them'),
    passwordDays: count(1, 3_650).nullable().describe('After which a password has to be changed; null: never'),
    idleMinutes: count(5, 480),
    apiTokenDays: count(1, 365).default(365).describe('For which a token of a program may hold at most'),
    apiTokenPerMinute: count(10, 100_000).default(600).describe('Requests that a program may make by one token'),
    secondFactorRoles: roles.describe('Codes of roles whose holders must have a second factor'),
    singleSessionRoles: roles.describe('Codes of roles whose holders have one session at a time'),
  })
  .meta({ id: 'SignInSettings' });

/** A change of them, with the grounds. */
export const signInSettingsChangeSchema = z
  .object({
    version: z.int().min(1).describe('Of the settings from which this change starts'),
    value: signInSettingsSchema,
    note: z.string().trim().min(1, '请填写依据').max(200, '依据不能超过 200 字'),
  })
  .meta({ id: 'NewSignInSettings' });

export type SignInSettings = z.output<typeof signInSettingsSchema>;
export type SignInSettingsChange = z.output<typeof signInSettingsChangeSchema>;

/** The settings that hold, and the decisions that led to them. */
export interface SettledSignIn {
  readonly version: number;
  readonly value: SignInSettings;
  /** The newest first. */
  readonly decisions: readonly SignInDecision[];
}

/** A decision, as the audit trail keeps it. */
export interface SignInDecision {
  readonly at: string;
  readonly by: string;
  readonly note: string;
  readonly value: SignInSettings;
}
