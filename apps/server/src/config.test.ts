import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigInvalid, makassarAreas, readConfig } from './config.ts';

function refusal(env: Record<string, string>): ConfigInvalid {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigInvalid) return error;
    throw error;
  }
  throw new Error('it was taken');
}

it('needs nothing', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('data/run'),
    databaseUrl: undefined,
    isDemo: true,
    publicUrl: 'http://localhost:3000',
    smtpUrl: undefined,
    mailFrom: 'Makaverse <makaverse@localhost>',
    s3Url: undefined,
    oidc: undefined,
    vapidKeys: undefined,
    isPushLoopbackAllowed: false,
    trustProxy: false,
    areasDir: makassarAreas,
    logLevel: 'info',
  });
});

it('takes every variable', () => {
  const env = {
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_DIR: '/var/lib/makaverse',
    DATABASE_URL: 'postgresql://app:p%40ss@db:5433/makaverse?sslmode=require',
    DEMO: '0',
    PUBLIC_URL: 'https://rapat.example.go.id/',
    SMTP_URL: 'smtp://mail.example.go.id',
    MAIL_FROM: 'Sekretariat Daerah <setda@example.go.id>',
    S3_URL: 'https://key:se%2Fcret@s3.example.go.id/makaverse?region=ap-southeast-3',
    OIDC_ISSUER: 'https://sso.example.go.id/realms/pegawai',
    OIDC_CLIENT_ID: 'makaverse',
    OIDC_CLIENT_SECRET: 'secret',
    // The pair of RFC 8291, 5.
    VAPID_PRIVATE_KEY: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
    PUSH_LOOPBACK: '1',
    TRUST_PROXY: '10.0.0.0/8, ::1',
    AREAS_DIR: '/srv/makaverse/areas',
    LOG_LEVEL: 'debug',
  };
  expect(readConfig(env)).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataDir: '/var/lib/makaverse',
    databaseUrl: env.DATABASE_URL,
    isDemo: false,
    publicUrl: 'https://rapat.example.go.id',
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    s3Url: env.S3_URL,
    oidc: { issuer: env.OIDC_ISSUER, clientId: 'makaverse', clientSecret: 'secret' },
    vapidKeys: {
      privateKey: env.VAPID_PRIVATE_KEY,
      publicKey: 'BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8',
    },
    isPushLoopbackAllowed: true,
    trustProxy: ['10.0.0.0/8', '::1'],
    areasDir: '/srv/makaverse/areas',
    logLevel: 'debug',
  });
});

it('takes an empty variable as unset, so that a line in a service file can be emptied', () => {
  const names = [
    'PORT',
    'HOST',
    'DATA_DIR',
    'DATABASE_URL',
    'DEMO',
    'PUBLIC_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'S3_URL',
    'OIDC_ISSUER',
    'VAPID_PRIVATE_KEY',
    'PUSH_LOOPBACK',
    'TRUST_PROXY',
    'LOG_LEVEL',
  ];
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(readConfig({}));
});

describe.each<[string, string[]]>([
  ['PORT', ['-1', '65536', '3000.5', 'http', '0x10', '1e3']],
  ['HOST', ['256.1.1.1', 'a b', 'http://localhost', 'localhost:3000', '-a']],
  ['DATABASE_URL', ['db', 'mysql://u:p@h/d', 'postgres://u:p@h', 'postgres://u:p@h/']],
  ['DEMO', ['yes', 'true', '2']],
  [
    'PUBLIC_URL',
    ['example.go.id', 'ftp://example.go.id', 'https://example.go.id/app', 'https://example.go.id?x=1', 'https://u@example.go.id'],
  ],
  ['SMTP_URL', ['mail.example.go.id:25', 'http://mail', 'smtp://']],
  ['MAIL_FROM', ['Makaverse', 'a@b@c', 'Makaverse <a>', 'a@b\r\nBcc: c@d']],
  ['S3_URL', ['s3://bucket', 'https://host/bucket', 'https://k:s@host/', 'https://k:s@host/b?zone=1', 'https://k:%zz@host/b']],
  ['VAPID_PRIVATE_KEY', ['hush', 'A'.repeat(43), `${'A'.repeat(42)}_`, 'y'.repeat(87)]],
  ['PUSH_LOOPBACK', ['yes']],
  ['TRUST_PROXY', ['true', '10', 'proxy.example.go.id', '10.0.0.0/33', '10.0.0.1,', '1.2.3.4/8/8']],
  ['LOG_LEVEL', ['verbose', 'INFO']],
])('%s', (variable, wrongValues) => {
  it.each(wrongValues)('refuses %j and says what it expects', (value) => {
    const error = refusal({ [variable]: value });
    expect(error.problems.map((one) => one.variable)).toEqual([variable]);
    expect(error.message).toContain(`${variable}: expected `);
  });

  it('offers an example that is taken', () => {
    const { example } = refusal({ [variable]: wrongValues[0]! }).problems[0]!;
    expect(() => readConfig({ [variable]: example })).not.toThrow();
  });
});

it('lists all wrong variables at once and repeats no value, which may be a secret', () => {
  const error = refusal({ PORT: 'x1', DATABASE_URL: 'mysql://root:hush@db/x', DEMO: 'maybe' });
  expect(error.problems.map((one) => one.variable)).toEqual(['PORT', 'DATABASE_URL', 'DEMO']);
  expect(error.message).not.toContain('hush');
});

it('asks for the OpenID Connect variables that are missing', () => {
  expect(refusal({ OIDC_ISSUER: 'https://sso.example.go.id' }).problems.map((one) => one.variable)).toEqual(['OIDC_CLIENT_ID']);
  expect(refusal({ OIDC_CLIENT_SECRET: 's' }).problems.map((one) => one.variable)).toEqual(['OIDC_ISSUER', 'OIDC_CLIENT_ID']);
  expect(refusal({ OIDC_ISSUER: 'sso', OIDC_CLIENT_ID: 'a' }).problems.map((one) => one.variable)).toEqual(['OIDC_ISSUER']);
  expect(readConfig({ OIDC_ISSUER: 'https://sso.example.go.id', OIDC_CLIENT_ID: 'a' }).oidc?.clientSecret).toBeUndefined();
});

it('derives an address a browser can open', () => {
  expect(readConfig({ HOST: '0.0.0.0' }).publicUrl).toBe('http://localhost:3000');
  expect(readConfig({ HOST: '::1', PORT: '80' }).publicUrl).toBe('http://localhost:80');
  expect(readConfig({ HOST: 'fd00::7', PORT: '80' }).publicUrl).toBe('http://[fd00::7]:80');
  expect(readConfig({ HOST: '10.0.0.7' }).publicUrl).toBe('http://10.0.0.7:3000');
});

it('either gives a usable configuration or names the variable, whatever the value', () => {
  const names = ['PORT', 'HOST', 'DATABASE_URL', 'DEMO', 'PUBLIC_URL', 'SMTP_URL', 'MAIL_FROM', 'S3_URL', 'TRUST_PROXY', 'LOG_LEVEL'];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.oneof(fc.string(), fc.webUrl(), fc.emailAddress(), fc.ipV4(), fc.integer().map(String)),
      (name, value) => {
        try {
          const config = readConfig({ [name]: value });
          return config.port >= 0 && config.port <= 65_535 && URL.canParse(config.publicUrl) && !/[\r\n]/.test(config.mailFrom);
        } catch (error) {
          return error instanceof ConfigInvalid && error.problems.length === 1 && error.problems[0]!.variable === name;
        }
      },
    ),
  );
});

it('leaves the demo where its story happens', () => {
  expect(refusal({ AREAS_DIR: '/srv/makaverse/areas' }).problems).toMatchObject([{ variable: 'AREAS_DIR' }]);
  expect(refusal({ AREAS_DIR: '/srv/makaverse/areas', DEMO: '1' }).message).toContain('DEMO=0');
});
