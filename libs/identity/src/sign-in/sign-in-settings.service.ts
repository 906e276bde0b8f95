import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { roleUnknown, signInSettingsMoved } from '../identity.errors.js';
import {
  signInSettingsSchema,
  type SettledSignIn,
  type SignInDecision,
  type SignInSettings,
  type SignInSettingsChange,
} from './sign-in-settings.js';

const subject = { type: 'setting', id: 'sign-in' };
const action = 'setting-changed';
/** How many decisions are shown. */
const shown = 20;

/** What sign-in asks. The audit trail keeps every decision with its grounds, so the trail is its history. */
@Injectable()
export class SignInSettingsService {
  readonly #database: Database;
  readonly #audit: AuditTrail;

  constructor(database: Database, audit: AuditTrail) {
    this.#database = database;
    this.#audit = audit;
  }

  /** What holds now, and the last decisions. */
  async settled(): Promise<SettledSignIn> {
    const [current, entries] = await Promise.all([readSettings(this.#database), this.#audit.about(subject, action)]);
    return { ...current, decisions: entries.slice(0, shown).map(decisionOf) };
  }

  /** Decides anew; it holds from the next request on. @throws sign-in-settings-moved, role-unknown */
  async decide(tx: Transaction, by: Principal, { version, value, note }: SignInSettingsChange): Promise<void> {
    const unknown = await findUnknownRole(tx, [...value.secondFactorRoles, ...value.singleSessionRoles]);
    if (unknown !== undefined) throw roleUnknown(unknown);
    if (!(await writeSettings(tx, version, value))) throw signInSettingsMoved();
    const detail = { value, note };
    await this.#audit.append(tx, { actor: auditActor(by), action, subject, result: 'done', detail });
  }
}

function decisionOf(entry: Awaited<ReturnType<AuditTrail['about']>>[number]): SignInDecision {
  const { value, note } = entry.detail;
  return {
    at: entry.at.toISOString(),
    by: entry.actor?.name ?? '',
    note: String(note),
    value: signInSettingsSchema.parse(value),
  };
}

async function findUnknownRole(tx: Transaction, codes: readonly string[]): Promise<string | undefined> {
  const [unknown] = await tx.query<{ code: string }>({
    name: 'identity-unknown-role',
    text: 'SELECT code FROM unnest($1::text[]) AS code WHERE code NOT IN (SELECT code FROM identity.role) LIMIT 1',
    values: [codes],
  });
  return unknown?.code;
}

async function readSettings(database: Database): Promise<{ version: number; value: SignInSettings }> {
  const [row] = await database.query<SignInSettings & { version: number }>({
    name: 'identity-sign-in-settings',
    text: `SELECT version, maximum_failures AS "maximumFailures", minimum_length AS "minimumLength",
             minimum_kinds AS "minimumKinds", password_history AS "passwordHistory",
             second_factor_roles AS "secondFactorRoles", single_session_roles AS "singleSessionRoles",
             api_token_days AS "apiTokenDays", api_token_per_minute AS "apiTokenPerMinute",
             (extract(epoch FROM lock) / 60)::int AS "lockMinutes",
             (extract(epoch FROM session_idle) / 60)::int AS "idleMinutes",
             (extract(epoch FROM password_life) / 86400)::int AS "passwordDays"
           FROM identity.sign_in_policy`,
  });
  if (!row) throw new Error('identity.sign_in_policy is empty; expected its one row');
  const { version, ...value } = row;
  return { version, value };
}

/** False where somebody else decided meanwhile. */
async function writeSettings(tx: Transaction, version: number, value: SignInSettings): Promise<boolean> {
  const written = await tx.query({
    name: 'identity-decide-sign-in',
    text: `UPDATE identity.sign_in_policy SET version = version + 1, maximum_failures = $2, minimum_length = $3,
             minimum_kinds = $4, password_history = $5, second_factor_roles = $6, single_session_roles = $7,
             lock = make_interval(mins => $8), session_idle = make_interval(mins => $9),
             password_life = make_interval(days => $10),
             api_token_days = $11, api_token_per_minute = $12
           WHERE version = $1 RETURNING version`,
    values: [
      version,
      value.maximumFailures,
      value.minimumLength,
      value.minimumKinds,
      value.passwordHistory,
      value.secondFactorRoles,
      value.singleSessionRoles,
      value.lockMinutes,
      value.idleMinutes,
      value.passwordDays,
      value.apiTokenDays,
      value.apiTokenPerMinute,
    ],
  });
  return written.length > 0;
}
