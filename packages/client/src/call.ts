/** The typed client: one function that calls any endpoint of the contract. Used by the web app, tests and anyone's script. */
import type { BodyOf, EndpointShape, ParamsOf, QueryOf, ReplyOf } from '@makaverse/contract/endpoint';
import type { Problem } from '@makaverse/contract/problem';

/** A refusal of the server, as it was said. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The server could not be reached at all; nothing is known about what it did. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

type Part<Name extends string, T> = T extends undefined
  ? { readonly [K in Name]?: undefined }
  : {} extends T
    ? { readonly [K in Name]?: T }
    : { readonly [K in Name]: T };

/** What a call of endpoint `E` takes. */
export type Arguments<E extends EndpointShape> = Part<'params', ParamsOf<E>> &
  Part<'query', QueryOf<E>> &
  Part<'body', BodyOf<E>> &
  (E extends { readonly upload: object } ? { readonly file: File | Blob; readonly fileName?: string } : {}) & {
    /** The same key sent twice is done once. Give one per act of the user, not per attempt. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

/** Where the server is and how to reach it. */
export interface ClientOptions {
  /** Origin, without a slash at the end; empty for the page's own. */
  readonly baseUrl: string;
  readonly language: () => string;
  readonly fetch?: typeof globalThis.fetch;
  readonly headers?: () => Readonly<Record<string, string>>;
}

/** Calls an endpoint; resolves with its reply, rejects with {@link ProblemError} or {@link Unreachable}. */
export type Call = <E extends EndpointShape>(endpoint: E, args: Arguments<E>) => Promise<ReplyOf<E>>;

/** The address of an endpoint with its parameters filled in, for links and downloads. */
export function addressOf(endpoint: EndpointShape, args: { params?: unknown; query?: unknown } = {}): string {
  const params = (args.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((args.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== '') search.set(name, String(value as string | number | boolean));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

interface AnyArguments {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: Blob;
  readonly fileName?: string;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

function bodyOf(args: AnyArguments): { body?: BodyInit; type?: string } {
  if (args.file) {
    const form = new FormData();
    // Fields before the file: the server reads a multipart body in order and stops at the file.
    for (const [name, value] of Object.entries((args.body ?? {}) as Record<string, string>)) form.set(name, value);
    form.set('file', args.file, args.fileName ?? (args.file instanceof File ? args.file.name : 'file'));
    return { body: form };
  }
  return args.body === undefined ? {} : { body: JSON.stringify(args.body), type: 'application/json' };
}

/**
 * Makes a client.
 * @example const call = createClient({ baseUrl: '', language: () => 'id' });
 *          const { items } = await call(listDirectives, { query: { only: 'late' } });
 */
export function createClient(options: ClientOptions): Call {
  const send = options.fetch ?? ((input: string, init: RequestInit) => globalThis.fetch(input, init));
  return async (endpoint, given) => {
    const args = given as AnyArguments;
    const { body, type } = bodyOf(args);
    const response = await send(`${options.baseUrl}${addressOf(endpoint, args)}`, {
      method: endpoint.method,
      headers: {
        'accept-language': options.language(),
        ...options.headers?.(),
        ...(type && { 'content-type': type }),
        ...(args.idempotencyKey && { 'idempotency-key': args.idempotencyKey }),
      },
      ...(body !== undefined && { body }),
      ...(args.signal && { signal: args.signal }),
    }).catch((error: unknown) => {
      if (args.signal?.aborted) throw error;
      throw new Unreachable('The server cannot be reached.', { cause: error });
    });
    if (!response.ok) throw new ProblemError((await response.json()) as Problem);
    if (response.status === 204) return undefined as never;
    return (endpoint.media ? await response.text() : await response.json()) as never;
  };
}
