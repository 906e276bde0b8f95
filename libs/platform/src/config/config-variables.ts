import { z } from 'zod';
import { parseKeyRing } from '../sealing/key-ring.rules.js';
import { oidcShape, oidcVariables } from './oidc-variables.js';
import { flag, urlWith } from './variable-types.js';

/** One environment variable: how it is read, and what the documentation prints about it. */
export interface ConfigVariable {
  readonly name: string;
  /** The default as an administrator reads it, not necessarily the literal value. */
  readonly default: string;
  readonly meaning: string;
  /** Completes the sentence "expected …" when the value is wrong. */
  readonly expected: string;
  /** A secret's value is never repeated in an error message. */
  readonly secret: boolean;
}

const knownTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const countFrom = (least: number, usual: string) =>
  z.string().regex(/^\d+$/).default(usual).transform(Number).pipe(z.number().int().min(least).max(10_000));

/** Reads the environment; the keys are those of {@link configVariables}. */
export const configSchema = z.object({
  PORT: z.string().regex(/^\d+$/).default('3000').transform(Number).pipe(z.number().int().min(0).max(65_535)),
  LIANBAN_DATA: z.string().default('./var'),
  LIANBAN_BACKUP: z.string().optional(),
  LIANBAN_FIELD_KEYS: z
    .string()
    .transform(parseKeyRing)
    .refine((ring) => ring !== undefined)
    .optional(),
  DATABASE_URL: urlWith('postgres:', 'postgresql:').optional(),
  LIANBAN_POOL: countFrom(2, '16'),
  LIANBAN_REQUESTS: countFrom(8, '256'),
  REDIS_URL: urlWith('redis:', 'rediss:').optional(),
  LIANBAN_DEMO: flag,
  LIANBAN_DEMO_PASSWORD: z.string().min(8).optional(),
  LIANBAN_ROLE: z.enum(['api', 'worker', 'all']).default('all'),
  LIANBAN_TZ: z.string().default('Asia/Shanghai').refine(knownTimeZone),
  LIANBAN_URL: urlWith('http:', 'https:').optional(),
  SMTP_URL: urlWith('smtp:', 'smtps:').optional(),
  LIANBAN_MAIL_FROM: z.string().min(3).default('lianban@localhost'),
  LIANBAN_QUIET_HOURS: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/u)
    .default('21:00-08:00'),
  LIANBAN_PROXIES: z
    .string()
    .regex(/^[\w.:/-]+(\s*,\s*[\w.:/-]+)*$/u)
    .default('loopback'),
  LIANBAN_SECURITY_TXT: urlWith('mailto:', 'https:').optional(),
  LIANBAN_WEBHOOK_HOSTS: z
    .string()
    .regex(/^[\w.:-]+(\s*,\s*[\w.:-]+)*$/u)
    .optional(),
  LIANBAN_SMS_URL: urlWith('http:', 'https:').optional(),
  LIANBAN_SMS_SECRET: z.string().min(8).optional(),
  LIANBAN_WECOM_URL: urlWith('http:', 'https:').optional(),
  LIANBAN_WECOM_SECRET: z.string().min(8).optional(),
  LIANBAN_METRICS_PORT: z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .pipe(z.number().int().min(0).max(65_535))
    .optional(),
  ...oidcShape,
  LIANBAN_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Every variable that the product reads, in the order in which the documentation lists them. */
export const configVariables: readonly (ConfigVariable & { readonly name: keyof z.infer<typeof configSchema> })[] = [
  {
    name: 'PORT',
    default: '3000',
    meaning: 'HTTP port; 0 takes a free one',
    expected: 'a port number from 0 to 65535',
    secret: false,
  },
  {
    name: 'LIANBAN_DATA',
    default: './var',
    meaning: 'folder of the embedded database, uploads and generated secrets',
    expected: 'a folder',
    secret: false,
  },
  {
    name: 'LIANBAN_BACKUP',
    default: 'unset = none by itself',
    meaning: 'folder of backups, to which the embedded database and uploads are copied as they change',
    expected: 'a folder, on another disk than LIANBAN_DATA',
    secret: false,
  },
  {
    name: 'LIANBAN_FIELD_KEYS',
    default: 'unset = made in the data folder',
    meaning: 'keys that personal data are sealed with, the first one seals; `lianban keys new` makes one',
    expected:
      'keys with blanks between them, like k1:aes-256-gcm:<32 bytes in base64url> index:hmac-sha-256:<32 bytes>',
    secret: true,
  },
  {
    name: 'DATABASE_URL',
    default: 'unset = embedded PostgreSQL',
    meaning: 'PostgreSQL 14 or newer',
    expected: 'an address like postgres://user:password@host:5432/database',
    secret: true,
  },
  {
    name: 'LIANBAN_POOL',
    default: '16',
    meaning: 'connections to the database of each part of a process',
    expected: 'a whole number from 2',
    secret: false,
  },
  {
    name: 'LIANBAN_REQUESTS',
    default: '256',
    meaning: 'requests that a process works on at once; others are turned away with 503',
    expected: 'a whole number from 8',
    secret: false,
  },
  {
    name: 'REDIS_URL',
    default: 'unset = BullMQ on PostgreSQL',
    meaning: 'Redis 6.2 or newer, or Valkey, for the queues',
    expected: 'an address like redis://host:6379/0 or rediss://host:6379/0',
    secret: true,
  },
  {
    name: 'LIANBAN_DEMO',
    default: '0; 1 for `npm start`',
    meaning: 'seed the demo district',
    expected: '0 or 1',
    secret: false,
  },
  {
    name: 'LIANBAN_DEMO_PASSWORD',
    default: 'generated, printed once',
    meaning: 'password of every demo account',
    expected: 'at least 8 characters',
    secret: true,
  },
  {
    name: 'LIANBAN_ROLE',
    default: 'all',
    meaning: 'which part this process runs: api, worker or all',
    expected: 'api, worker or all',
    secret: false,
  },
  {
    name: 'LIANBAN_TZ',
    default: 'Asia/Shanghai',
    meaning: "the calendar's time zone",
    expected: 'an IANA time zone such as Asia/Shanghai',
    secret: false,
  },
  {
    name: 'LIANBAN_URL',
    default: 'unset = no links in mails',
    meaning: 'address under which people open the product',
    expected: 'an address like https://lianban.example.gov.cn',
    secret: false,
  },
  {
    name: 'SMTP_URL',
    default: 'unset = no mails',
    meaning: 'mail server for notices',
    expected: 'an address like smtp://user:password@host:587',
    secret: true,
  },
  {
    name: 'LIANBAN_MAIL_FROM',
    default: 'lianban@localhost',
    meaning: 'sender of mails',
    expected: 'a mail address',
    secret: false,
  },
  {
    name: 'LIANBAN_QUIET_HOURS',
    default: '21:00-08:00',
    meaning: 'hours of the day in which no mails, text messages and WeCom messages are sent',
    expected: 'two times of day like 21:00-08:00',
    secret: false,
  },
  {
    name: 'LIANBAN_PROXIES',
    default: 'loopback',
    meaning: 'proxies that may say, by X-Forwarded-For, on whose behalf they ask',
    expected: 'addresses or networks with commas between them, or loopback, linklocal, uniquelocal',
    secret: false,
  },
  {
    name: 'LIANBAN_SECURITY_TXT',
    default: 'unset = none is told',
    meaning: 'whom /.well-known/security.txt names for weaknesses',
    expected: 'an address like mailto:security@lianban.example or https://lianban.example/security',
    secret: false,
  },
  {
    name: 'LIANBAN_WEBHOOK_HOSTS',
    default: 'unset = no webhooks',
    meaning: 'hosts that webhooks may call',
    expected: 'hosts with commas between them, with the port if it is not the usual one',
    secret: false,
  },
  {
    name: 'LIANBAN_SMS_URL',
    default: 'unset = no text messages',
    meaning: 'gateway that takes text messages',
    expected: 'an address like https://sms.example.gov.cn/messages',
    secret: true,
  },
  {
    name: 'LIANBAN_SMS_SECRET',
    default: 'unset = none is sent',
    meaning: 'bearer token for that gateway',
    expected: 'at least 8 characters',
    secret: true,
  },
  {
    name: 'LIANBAN_WECOM_URL',
    default: 'unset = no WeCom messages',
    meaning: 'group robot of WeCom, or a gateway for its application messages',
    expected: 'an address like https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
    secret: true,
  },
  {
    name: 'LIANBAN_WECOM_SECRET',
    default: 'unset = none is sent',
    meaning: 'bearer token for that gateway',
    expected: 'at least 8 characters',
    secret: true,
  },
  {
    name: 'LIANBAN_METRICS_PORT',
    default: 'unset = only the API tells them',
    meaning: 'port on which a worker answers GET /metrics, to askers inside the network only',
    expected: 'a port number from 0 to 65535',
    secret: false,
  },
  ...oidcVariables,
  {
    name: 'LIANBAN_LOG_LEVEL',
    default: 'info',
    meaning: 'least important log line that is written',
    expected: 'fatal, error, warn, info, debug, trace or silent',
    secret: false,
  },
];
