import { resolve } from 'node:path';
import type { z } from 'zod';
import type { KeyRing } from '../sealing/key-ring.rules.js';
import { ConfigError } from './config-error.js';
import { configSchema, configVariables } from './config-variables.js';

/** The settings of one process, read once at start from the environment. */
export interface Config {
  readonly port: number;
  /** Absolute path. */
  readonly dataDir: string;
  /** Absolute path. Absent: what changes is not copied by itself. */
  readonly backupDir?: string;
  /** Absent: they are kept in `dataDir`. */
  readonly fieldKeys?: KeyRing;
  /** Absent: start the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl?: string;
  /** Connections to the database of each part. */
  readonly poolSize: number;
  /** Requests that the API works on at once. */
  readonly mostRequests: number;
  /** Absent: the queues live in PostgreSQL. */
  readonly redisUrl?: string;
  readonly demo: boolean;
  readonly demoPassword?: string;
  readonly role: 'api' | 'worker' | 'all';
  /** IANA name. */
  readonly timeZone: string;
  /** Address under which people open the product. */
  readonly publicUrl?: string;
  /** Absent: no mails are sent. */
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  /** Local times of day, `HH:MM`. */
  readonly quietHours: { readonly from: string; readonly until: string };
  /** Hosts, with their port if it is not the usual one, that webhooks may call. */
  readonly webhookHosts: readonly string[];
  /** Address for who finds a weakness; absent: none is told. */
  readonly securityContact?: string;
  /** Addresses and networks of the proxies that are believed. */
  readonly proxies: readonly string[];
  /** Absent: no text messages are sent. */
  readonly sms?: Gateway;
  /** Absent: nothing is sent to WeCom (企业微信). */
  readonly wecom?: Gateway;
  /** Absent: a worker answers nothing. */
  readonly metricsPort?: number;
  /** Absent: people sign in with passwords only. */
  readonly oidc?: SignInProvider;
  readonly logLevel: string;
}

/** A provider of sign-in by OpenID Connect. */
export interface SignInProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** As the sign-in page calls it. */
  readonly name: string;
  readonly link: 'username' | 'subject';
  readonly create: boolean;
  /** Levels at which it has asked for a second factor. */
  readonly acr: readonly string[];
}

/** Where messages are handed over by HTTP. */
export interface Gateway {
  readonly url: string;
  /** Sent as a bearer token. */
  readonly secret?: string;
}

/** Nest token of the {@link Config}. */
export const CONFIG = Symbol('CONFIG');

/**
 * Reads the settings from the environment. An empty variable counts as unset, as container tools pass it so.
 *
 * @throws ConfigError for the first wrong variable: its name, its value and what was expected, in one line.
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = configSchema.safeParse(given);
  if (!parsed.success) {
    const wrong = configVariables.find(({ name }) => parsed.error.issues.some((issue) => issue.path[0] === name));
    if (!wrong) throw parsed.error;
    throw new ConfigError(wrong, given[wrong.name] ?? '');
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    dataDir: resolve(values.LIANBAN_DATA),
    ...(values.LIANBAN_BACKUP !== undefined && { backupDir: resolve(values.LIANBAN_BACKUP) }),
    ...(values.LIANBAN_FIELD_KEYS !== undefined && { fieldKeys: values.LIANBAN_FIELD_KEYS }),
    ...(values.DATABASE_URL !== undefined && { databaseUrl: values.DATABASE_URL }),
    poolSize: values.LIANBAN_POOL,
    mostRequests: values.LIANBAN_REQUESTS,
    ...(values.REDIS_URL !== undefined && { redisUrl: values.REDIS_URL }),
    demo: values.LIANBAN_DEMO,
    ...(values.LIANBAN_DEMO_PASSWORD !== undefined && { demoPassword: values.LIANBAN_DEMO_PASSWORD }),
    role: values.LIANBAN_ROLE,
    timeZone: values.LIANBAN_TZ,
    ...(values.LIANBAN_URL !== undefined && { publicUrl: values.LIANBAN_URL }),
    ...(values.SMTP_URL !== undefined && { smtpUrl: values.SMTP_URL }),
    mailFrom: values.LIANBAN_MAIL_FROM,
    quietHours: { from: values.LIANBAN_QUIET_HOURS.slice(0, 5), until: values.LIANBAN_QUIET_HOURS.slice(6) },
    ...(values.LIANBAN_SECURITY_TXT !== undefined && { securityContact: values.LIANBAN_SECURITY_TXT }),
    proxies: values.LIANBAN_PROXIES.split(',').map((proxy) => proxy.trim()),
    webhookHosts: values.LIANBAN_WEBHOOK_HOSTS?.split(',').map((host) => host.trim()) ?? [],
    ...gatewayAs('sms', values.LIANBAN_SMS_URL, values.LIANBAN_SMS_SECRET),
    ...gatewayAs('wecom', values.LIANBAN_WECOM_URL, values.LIANBAN_WECOM_SECRET),
    ...(values.LIANBAN_METRICS_PORT !== undefined && { metricsPort: values.LIANBAN_METRICS_PORT }),
    ...providerOf(values),
    logLevel: values.LIANBAN_LOG_LEVEL,
  };
}

/** @throws ConfigError where a provider is named without what it needs */
function providerOf(values: z.output<typeof configSchema>): Pick<Config, 'oidc'> {
  const { LIANBAN_OIDC_ISSUER: issuer, LIANBAN_OIDC_CLIENT_ID: clientId } = values;
  if (issuer === undefined) return {};
  if (clientId === undefined) throw missing('LIANBAN_OIDC_CLIENT_ID');
  if (values.LIANBAN_URL === undefined) throw missing('LIANBAN_URL');
  const clientSecret = values.LIANBAN_OIDC_CLIENT_SECRET;
  const oidc: SignInProvider = {
    issuer,
    clientId,
    ...(clientSecret !== undefined && { clientSecret }),
    name: values.LIANBAN_OIDC_NAME,
    link: values.LIANBAN_OIDC_LINK,
    create: values.LIANBAN_OIDC_CREATE,
    acr: values.LIANBAN_OIDC_ACR ?? [],
  };
  return { oidc };
}

function missing(name: (typeof configVariables)[number]['name']): Error {
  const variable = configVariables.find((each) => each.name === name);
  return variable ? new ConfigError(variable, '') : new Error(`${name} is missing`);
}

function gatewayAs(name: 'sms' | 'wecom', url: string | undefined, secret: string | undefined): Partial<Config> {
  return url === undefined ? {} : { [name]: { url, ...(secret !== undefined && { secret }) } };
}
