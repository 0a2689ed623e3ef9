/** Why a server could not start, in words for whoever starts it. */

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The city's own database does not answer, or not to us. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
  constructor(cause: unknown) {
    const why = codeOf(cause) || (cause instanceof Error ? cause.message : String(cause));
    super(`The database named by DATABASE_URL cannot be used (${why}). Check its address, name, user and password, then start again.`, {
      cause,
    });
  }
}

/** Where the server was to listen, it may not. */
export class AddressUnusable extends Error {
  override readonly name = 'AddressUnusable';
  constructor(place: { host: string; port: number }, cause: unknown) {
    const code = codeOf(cause);
    const reason =
      code === 'EADDRINUSE'
        ? `another program listens there. Stop it, or choose another port with PORT`
        : code === 'EACCES'
          ? `this user may not listen there. Choose a port from 1024 on with PORT`
          : `the machine says ${code || String(cause)}. Choose an address of this machine with HOST`;
    super(`Cannot listen on port ${place.port} of ${place.host}: ${reason}.`, { cause });
  }
}
