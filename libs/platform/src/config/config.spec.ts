import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';
import { ConfigError } from './config-error.js';
import { configSchema, configVariables } from './config-variables.js';

describe('loadConfig', () => {
  it('has a default for everything', () => {
    expect(loadConfig({})).toEqual({
      port: 3000,
      dataDir: `${process.cwd()}/var`,
      poolSize: 16,
      mostRequests: 256,
      demo: false,
      role: 'all',
      timeZone: 'Asia/Shanghai',
      mailFrom: 'lianban@localhost',
      quietHours: { from: '21:00', until: '08:00' },
      webhookHosts: [],
      proxies: ['loopback'],
      logLevel: 'info',
    });
  });

  it('reads every variable', () => {
    const config = loadConfig({
      PORT: '8080',
      LIANBAN_DATA: '/srv/lianban',
      LIANBAN_BACKUP: '/mnt/backup',
      LIANBAN_POOL: '8',
      LIANBAN_REQUESTS: '64',
      DATABASE_URL: 'postgres://user:secret@db:5432/lianban',
      REDIS_URL: 'rediss://cache:6379/1',
      LIANBAN_DEMO: '1',
      LIANBAN_DEMO_PASSWORD: 'long enough',
      LIANBAN_ROLE: 'worker',
      LIANBAN_TZ: 'Asia/Urumqi',
      LIANBAN_URL: 'https://lianban.example',
      SMTP_URL: 'smtps://user:secret@mail:465',
      LIANBAN_MAIL_FROM: 'office@lianban.example',
      LIANBAN_QUIET_HOURS: '22:30-06:00',
      LIANBAN_PROXIES: '10.1.2.3, 10.4.0.0/16',
      LIANBAN_SECURITY_TXT: 'mailto:security@lianban.example',
      LIANBAN_WEBHOOK_HOSTS: 'one.example, two.example:8443',
      LIANBAN_SMS_URL: 'https://sms.example/messages',
      LIANBAN_SMS_SECRET: 'long enough',
      LIANBAN_WECOM_URL: 'https://wecom.example/send?key=k',
      LIANBAN_OIDC_ISSUER: 'https://sso.example/realms/staff',
      LIANBAN_OIDC_CLIENT_ID: 'lianban',
      LIANBAN_OIDC_CLIENT_SECRET: 'long enough',
      LIANBAN_OIDC_NAME: '全省统一认证',
      LIANBAN_OIDC_LINK: 'subject',
      LIANBAN_OIDC_CREATE: '1',
      LIANBAN_OIDC_ACR: 'gold, urn:two',
      LIANBAN_LOG_LEVEL: 'debug',
    });

    expect(config).toEqual({
      port: 8080,
      dataDir: '/srv/lianban',
      backupDir: '/mnt/backup',
      poolSize: 8,
      mostRequests: 64,
      databaseUrl: 'postgres://user:secret@db:5432/lianban',
      redisUrl: 'rediss://cache:6379/1',
      demo: true,
      demoPassword: 'long enough',
      role: 'worker',
      timeZone: 'Asia/Urumqi',
      publicUrl: 'https://lianban.example',
      smtpUrl: 'smtps://user:secret@mail:465',
      mailFrom: 'office@lianban.example',
      quietHours: { from: '22:30', until: '06:00' },
      proxies: ['10.1.2.3', '10.4.0.0/16'],
      securityContact: 'mailto:security@lianban.example',
      webhookHosts: ['one.example', 'two.example:8443'],
      sms: { url: 'https://sms.example/messages', secret: 'long enough' },
      wecom: { url: 'https://wecom.example/send?key=k' },
      oidc: {
        issuer: 'https://sso.example/realms/staff',
        clientId: 'lianban',
        clientSecret: 'long enough',
        name: '全省统一认证',
        link: 'subject',
        create: true,
        acr: ['gold', 'urn:two'],
      },
      logLevel: 'debug',
    });
  });

  it('takes an empty variable as unset', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '', LIANBAN_DEMO_PASSWORD: '' })).toEqual(loadConfig({}));
  });

  it.each([
    [{ PORT: '99999' }, 'PORT is "99999": expected a port number from 0 to 65535.'],
    [{ PORT: '3000x' }, 'PORT is "3000x": expected a port number from 0 to 65535.'],
    [{ LIANBAN_POOL: '1' }, 'LIANBAN_POOL is "1": expected a whole number from 2.'],
    [{ LIANBAN_ROLE: 'boss' }, 'LIANBAN_ROLE is "boss": expected api, worker or all.'],
    [{ LIANBAN_QUIET_HOURS: 'night' }, 'LIANBAN_QUIET_HOURS is "night": expected two times of day like 21:00-08:00.'],
    [{ LIANBAN_DEMO: 'yes' }, 'LIANBAN_DEMO is "yes": expected 0 or 1.'],
    [{ LIANBAN_TZ: 'Mars/Base' }, 'LIANBAN_TZ is "Mars/Base": expected an IANA time zone such as Asia/Shanghai.'],
    [{ LIANBAN_OIDC_LINK: 'mail' }, 'LIANBAN_OIDC_LINK is "mail": expected username or subject.'],
    [
      { LIANBAN_OIDC_ISSUER: 'http://sso.example' },
      'LIANBAN_OIDC_ISSUER is "http://sso.example": expected an https address like https://sso.example.gov.cn/realms/staff (http on localhost only).',
    ],
    [
      { LIANBAN_OIDC_ISSUER: 'http://localhost:8080' },
      'LIANBAN_OIDC_CLIENT_ID is "": expected the client id that the provider gave, as LIANBAN_OIDC_ISSUER is set.',
    ],
    [
      { LIANBAN_OIDC_ISSUER: 'https://sso.example', LIANBAN_OIDC_CLIENT_ID: 'x' },
      'LIANBAN_URL is "": expected an address like https://lianban.example.gov.cn.',
    ],
  ])('names the variable, the value and the expectation for %j', (env, message) => {
    expect(() => loadConfig(env)).toThrow(new Error(message));
    expect(() => loadConfig(env)).toThrow(ConfigError);
  });

  it.each([
    [{ DATABASE_URL: 'mysql://root:hunter2@db/x' }],
    [{ REDIS_URL: 'http://:hunter2@cache' }],
    [{ SMTP_URL: 'http://:hunter2@mail' }],
    [{ LIANBAN_DEMO_PASSWORD: 'hunter2' }],
    [{ LIANBAN_SMS_URL: 'sms.example/hunter2' }],
    [{ LIANBAN_SMS_SECRET: 'hunter2' }],
    [{ LIANBAN_WECOM_URL: 'ftp://wecom.example?key=hunter2' }],
    [{ LIANBAN_WECOM_SECRET: 'hunter2' }],
    [{ LIANBAN_FIELD_KEYS: 'k1:aes-256-gcm:hunter2' }],
    [{ LIANBAN_OIDC_CLIENT_SECRET: 'hunter2' }],
  ])('does not repeat a secret', (env) => {
    expect(() => loadConfig(env)).toThrow(/expected/);
    expect(() => loadConfig(env)).not.toThrow(/hunter2/);
  });

  it('documents each variable that it reads', () => {
    expect(configVariables.map(({ name }) => name)).toEqual(Object.keys(configSchema.shape));
  });
});
