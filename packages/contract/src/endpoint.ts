/**
 * An endpoint as plain data. The server turns it into a route, the client into a typed call, the OpenAPI page into words:
 * no path is written twice.
 */
import { z } from 'zod';

/** HTTP methods we use; GET never changes anything (RFC 9110, 9.2.1). */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Through which kind of door a record leaves. The leak test walks every endpoint by its door, so each must say which it is.
 * `command` changes something and answers with the changed record; `open` needs no sign-in and shows no record.
 */
export type Door = 'list' | 'item' | 'search' | 'export' | 'feed' | 'live' | 'file' | 'pdf' | 'command' | 'open';

/** What an endpoint takes and gives. `reply` absent means 204 without body; `media` names a reply that is not JSON. */
export interface EndpointShape {
  /** Stable name, `<module>.<verb-object>`; becomes the OpenAPI operationId. */
  readonly id: string;
  readonly method: Method;
  /** Path with `{name}` for each parameter, always under `/api/`. */
  readonly path: string;
  readonly summary: string;
  readonly door: Door;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly reply?: z.ZodType;
  /** Media type of a reply that is not JSON: `text/csv`, `application/pdf`, `text/calendar`, `text/event-stream`. */
  readonly media?: string;
  /** The request is `multipart/form-data` with one part `file`, at most this many bytes; `body` then describes the other parts. */
  readonly upload?: { readonly maxBytes: number };
}

/** The shape a caller sends. */
export type ParamsOf<E extends EndpointShape> = E extends { readonly params: infer S extends z.ZodType } ? z.input<S> : undefined;
/** The query a caller sends. */
export type QueryOf<E extends EndpointShape> = E extends { readonly query: infer S extends z.ZodType } ? z.input<S> : undefined;
/** The body a caller sends. */
export type BodyOf<E extends EndpointShape> = E extends { readonly body: infer S extends z.ZodType } ? z.input<S> : undefined;
/** The reply a caller reads. */
export type ReplyOf<E extends EndpointShape> = E extends { readonly reply: infer S extends z.ZodType } ? z.output<S> : undefined;

/**
 * Declares an endpoint and keeps its exact types.
 * @example endpoint({ id: 'directives.list', method: 'GET', path: '/api/directives', summary: '…', door: 'list', reply: page(directive) })
 */
export function endpoint<const E extends EndpointShape>(shape: E): E {
  return shape;
}
