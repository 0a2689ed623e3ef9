import { createHash, randomBytes } from 'node:crypto';

/** Name of the session's cookie. */
export const sessionCookie = 'makaverse';

/** A secret of 256 bits, in letters that fit cookies and links. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret: whoever reads the table cannot sign in with it. No salt, because the secret is random itself. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
