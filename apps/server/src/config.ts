import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newVapidPrivateKey, vapidKeysOf, type VapidKeys } from '#platform/push/vapid-keys';
import { readS3Address, s3AddressForm } from '#platform/s3-address';

/** Everything the environment may say, read once at the start. Nothing else reads it. */
export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** A PostgreSQL of the city's own; without it the one we carry along is started. */
  readonly databaseUrl: string | undefined;
  readonly isDemo: boolean;
  /** The address people type, an origin without a slash at the end. */
  readonly publicUrl: string;
  readonly smtpUrl: string | undefined;
  /** The sender of every mail, as `Name <address>` or an address alone. */
  readonly mailFrom: string;
  readonly s3Url: string | undefined;
  readonly oidc: OidcConfig | undefined;
  /** By which push services know this installation; without it a pair made at the first start is kept in the database. */
  readonly vapidKeys: VapidKeys | undefined;
  /** Whether notices may go to this machine itself: for trials with a push service of one's own. */
  readonly isPushLoopbackAllowed: boolean;
  /** Whose word to take for the visitor's address: nobody's, that many proxies in front of us, or proxies at these addresses. */
  readonly trustProxy: false | number | readonly string[];
  /** The folder with the files of the city's areas. Absolute. */
  readonly areasDir: string;
  readonly logLevel: LogLevel;
}

/** The areas that come with the release. */
export const makassarAreas = fileURLToPath(new URL('../../../data/makassar', import.meta.url));

/** The city's own sign-in (OpenID Connect). */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a public client, which proves itself by PKCE alone. */
  readonly clientSecret: string | undefined;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
/** How much the log says. */
export type LogLevel = (typeof logLevels)[number];

/** The environment holds values nobody can work with; the message lists each with what was expected. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
  readonly problems: readonly ConfigProblem[];
  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map((one) => `  ${one.variable}: expected ${one.expected}, for example ${one.variable}=${one.example}`);
    super(`These environment variables cannot be used. Correct or remove them and start again:\n${lines.join('\n')}`);
    this.problems = problems;
  }
}

/** One wrong variable. Its value is not repeated: it may hold a secret. */
export interface ConfigProblem {
  readonly variable: string;
  readonly expected: string;
  readonly example: string;
}

/** Reads the environment; an empty variable counts as unset. @throws {ConfigInvalid} naming every wrong variable at once */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: ConfigProblem[] = [];
  function read<Value, Absent>(variable: string, absent: Absent, rule: Rule<Value>): Value | Absent {
    const text = env[variable]?.trim() ?? '';
    if (text === '') return absent;
    const value = rule.parse(text);
    if (value !== undefined) return value;
    problems.push({ variable, expected: rule.expected, example: rule.example });
    return absent;
  }

  const port = read('PORT', 3000, portRule);
  const host = read('HOST', '127.0.0.1', hostRule);
  const publicUrl = read('PUBLIC_URL', `http://${addressable(host)}:${port}`, originRule);
  const config: Config = {
    port,
    host,
    dataDir: read('DATA_DIR', resolve('data/run'), pathRule),
    databaseUrl: read('DATABASE_URL', undefined, databaseRule),
    isDemo: read('DEMO', true, switchRule),
    publicUrl,
    smtpUrl: read('SMTP_URL', undefined, smtpRule),
    mailFrom: read('MAIL_FROM', defaultSender(publicUrl), senderRule),
    s3Url: read('S3_URL', undefined, s3Rule),
    oidc: readOidc(),
    vapidKeys: read('VAPID_PRIVATE_KEY', undefined, vapidRule),
    isPushLoopbackAllowed: read('PUSH_LOOPBACK', false, { ...switchRule, expected: '1 (only for trials) or 0' }),
    trustProxy: read('TRUST_PROXY', false as const, proxyRule),
    areasDir: read('AREAS_DIR', makassarAreas, areasRule),
    logLevel: read('LOG_LEVEL', 'info' as const, logLevelRule),
  };
  // The demo's story names places of Makassar.
  if (config.isDemo && config.areasDir !== makassarAreas)
    problems.push({ variable: 'AREAS_DIR', expected: 'nothing in the demo, which is told in Makassar; set DEMO=0 with it', example: '' });
  if (problems.length > 0) throw new ConfigInvalid(problems);
  return config;

  function readOidc(): OidcConfig | undefined {
    const issuer = read('OIDC_ISSUER', undefined, issuerRule);
    const clientId = read('OIDC_CLIENT_ID', undefined, wordRule);
    const clientSecret = read('OIDC_CLIENT_SECRET', undefined, wordRule);
    if (issuer !== undefined && clientId !== undefined) return { issuer, clientId, clientSecret };
    const together = 'together with the other OIDC variables';
    const isNamed = (variable: string): boolean => (env[variable]?.trim() ?? '') !== '';
    if (['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'].some(isNamed)) {
      if (!isNamed('OIDC_ISSUER'))
        problems.push({ variable: 'OIDC_ISSUER', expected: `${issuerRule.expected}, ${together}`, example: issuerRule.example });
      if (!isNamed('OIDC_CLIENT_ID'))
        problems.push({ variable: 'OIDC_CLIENT_ID', expected: `${wordRule.expected}, ${together}`, example: wordRule.example });
    }
    return undefined;
  }
}

interface Rule<Value> {
  /** Undefined when the text does not fit. */
  readonly parse: (text: string) => Value | undefined;
  readonly expected: string;
  readonly example: string;
}

const portRule: Rule<number> = {
  parse: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  expected: 'a port number from 1 to 65535, or 0 for any free one',
  example: '3000',
};

const hostRule: Rule<string> = {
  parse: (text) => (isIP(text) !== 0 || isHostName(text) ? text : undefined),
  expected: 'an address or name of this machine (0.0.0.0 for all of its addresses)',
  example: '127.0.0.1',
};

const pathRule: Rule<string> = {
  parse: (text) => (text.includes('\0') ? undefined : resolve(text)),
  expected: 'the path of a directory',
  example: './data/run',
};

const areasRule: Rule<string> = { ...pathRule, expected: 'the folder that holds areas.csv of the city', example: '/srv/makaverse/areas' };

const databaseRule: Rule<string> = {
  parse: (text) => {
    const url = URL.parse(text);
    return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1 ? text : undefined;
  },
  expected: 'the address of a database on a PostgreSQL 15 or later',
  example: 'postgres://makaverse:secret@db.example.go.id:5432/makaverse',
};

const switchRule: Rule<boolean> = {
  parse: (text) => ({ '1': true, '0': false })[text],
  expected: '1 (with the example story of March 2022) or 0 (empty)',
  example: '0',
};

const originRule: Rule<string> = {
  parse: (text) => {
    const url = URL.parse(text);
    if (url === null || !isWeb(url)) return undefined;
    return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' ? url.origin : undefined;
  },
  expected: 'the address people type, http or https, without a path',
  example: 'https://makaverse.makassarkota.go.id',
};

const smtpRule: Rule<string> = {
  parse: (text) => {
    const url = URL.parse(text);
    return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' ? text : undefined;
  },
  expected: 'the address of a mail server, smtp or smtps',
  example: 'smtps://user:secret@mail.example.go.id:465',
};

const senderRule: Rule<string> = {
  parse: (text) => (/^([^<>"\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text) ? text : undefined),
  expected: 'a sender: an e-mail address, with or without a name before it',
  example: 'Makaverse <makaverse@makassarkota.go.id>',
};

const s3Rule: Rule<string> = {
  parse: (text) => (readS3Address(text) === null ? undefined : text),
  expected: `the address of a bucket with its keys: ${s3AddressForm}`,
  example: 'https://key:secret@s3.example.go.id/makaverse?region=ap-southeast-3',
};

const issuerRule: Rule<string> = {
  parse: (text) => {
    const url = URL.parse(text);
    return url !== null && isWeb(url) && url.search === '' && url.hash === '' ? text : undefined;
  },
  expected: 'the address of an OpenID Connect issuer, http or https',
  example: 'https://sso.makassarkota.go.id/realms/pegawai',
};

const wordRule: Rule<string> = { parse: (text) => text, expected: 'what the issuer gave out', example: 'makaverse' };

const vapidRule: Rule<VapidKeys> = {
  parse: (text) => vapidKeysOf(text) ?? undefined,
  expected: 'a private key on the curve P-256, 32 bytes in base64url',
  // A fresh one each time: whoever copies it has a key of his own.
  example: newVapidPrivateKey(),
};

const proxyRule: Rule<false | number | readonly string[]> = {
  parse: (text) => {
    if (/^\d$/.test(text)) return text === '0' ? false : Number(text);
    const addresses = text.split(',').map((one) => one.trim());
    return addresses.every(isAddressOrRange) ? addresses : undefined;
  },
  expected: 'the number of proxies in front of this server (0 to 9), or their addresses or ranges with commas between',
  example: '1',
};

const logLevelRule: Rule<LogLevel> = {
  parse: (text) => logLevels.find((level) => level === text),
  expected: `one of ${logLevels.join(', ')}`,
  example: 'info',
};

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

function isHostName(text: string): boolean {
  return /^(?=.{1,253}$)[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)*$/i.test(text) && !/^[\d.]+$/.test(text);
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/**
 * An address a browser can open: "all addresses" is none, and a version 6 address needs its brackets (RFC 3986, 3.2.2). The own
 * machine goes by its name, because passkeys are made for names only.
 */
function addressable(host: string): string {
  if (['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)) return 'localhost';
  return isIP(host) === 6 ? `[${host}]` : host;
}

function defaultSender(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return `Makaverse <makaverse@${isIP(hostname) !== 0 || hostname.startsWith('[') ? 'localhost' : hostname}>`;
}
