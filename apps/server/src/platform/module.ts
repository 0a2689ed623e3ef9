import type { EndpointShape } from '@makaverse/contract/endpoint';
import type { Ask, Done, Escalated, SearchHit, Waiting } from '@makaverse/contract/today';
import type { z } from 'zod';
import type { Actor } from '#platform/actor';
import type { Context, Transaction } from '#platform/context';
import type { Reaction } from '#platform/event-bus';
import type { JobDefinition } from '#platform/jobs';
import type { Language } from '#platform/language';
import type { Reading } from '#platform/search-text';

/** A file that came with a multipart request, held in memory up to the endpoint's limit. */
export interface UploadedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}
/** What the edge parsed out of a request; trusted from here on. */
export interface Input<E extends EndpointShape> {
  readonly params: E extends { readonly params: infer P extends z.ZodType } ? z.output<P> : undefined;
  readonly query: E extends { readonly query: infer Q extends z.ZodType } ? z.output<Q> : undefined;
  readonly body: E extends { readonly body: infer B extends z.ZodType } ? z.output<B> : undefined;
  readonly file: E extends { readonly upload: object } ? UploadedFile : undefined;
}
/** Reply of an endpoint whose `media` is not JSON. */
export interface Download {
  readonly body: string | Buffer;
  readonly fileName?: string;
  readonly mediaType?: string;
}
/** Sends the browser elsewhere (303). */
export interface Redirect {
  readonly redirectTo: string;
}
export type Output<E extends EndpointShape> = E extends { readonly media: string }
  ? Download | Redirect
  : E extends { readonly reply: infer R extends z.ZodType }
    ? z.input<R>
    : void;

/** An endpoint with what answers it, as the HTTP layer needs it. */
export interface Route {
  readonly endpoint: EndpointShape;
  readonly isOpen: boolean;
  readonly changes: boolean;
  readonly handle: (context: never, input: never) => Promise<unknown>;
}

/** Answers an endpoint by reading; a signed-in person is required. */
export function query<E extends EndpointShape>(endpoint: E, handle: (context: Context, input: Input<E>) => Promise<Output<E>>): Route {
  return { endpoint, isOpen: false, changes: false, handle };
}
/** Answers an endpoint by changing something, inside one transaction; a signed-in person is required. */
export function command<E extends EndpointShape>(
  endpoint: E,
  handle: (transaction: Transaction, input: Input<E>) => Promise<Output<E>>,
): Route {
  return { endpoint, isOpen: false, changes: true, handle };
}
/** As {@link query}, for anybody. */
export function openQuery<E extends EndpointShape>(
  endpoint: E,
  handle: (context: Context<Actor | null>, input: Input<E>) => Promise<Output<E>>,
): Route {
  return { endpoint, isOpen: true, changes: false, handle };
}
/** As {@link command}, for anybody. */
export function openCommand<E extends EndpointShape>(
  endpoint: E,
  handle: (transaction: Transaction<Actor | null>, input: Input<E>) => Promise<Output<E>>,
): Route {
  return { endpoint, isOpen: true, changes: true, handle };
}

/** What is searched for, how strictly its words are taken, and how many hits are wanted at most. */
export interface Searched {
  readonly words: string;
  readonly reading: Reading;
  readonly limit: number;
}

/** Something a person is told in the morning though it asks nothing new of him: a deadline near or missed, a rung reached. */
export interface MorningNotice {
  readonly personId: string;
  /** The page it speaks of: where an ask leads to the same, the ask says it. */
  readonly href: string;
  /** Nobody answered in time, and it climbed to him. */
  readonly hasClimbed: boolean;
  readonly words: Readonly<Record<Language, string>>;
}

/** What a module contributes; `app.ts` puts the modules together and is the only place that lists them. */
export interface Module {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly reactions?: readonly Reaction[];
  readonly jobs?: readonly JobDefinition[];
  /** What is told this morning; it is kept in the same transaction that it was, so that it is told once. */
  readonly morningNotices?: (transaction: Transaction<null>) => Promise<readonly MorningNotice[]>;
  /** What this module asks of a person now. */
  readonly asks?: (context: Context) => Promise<readonly Ask[]>;
  /** What this module lets a person wait for. */
  readonly waiting?: (context: Context) => Promise<readonly Waiting[]>;
  /** What a person did since this morning, the latest first. */
  readonly doneToday?: (context: Context) => Promise<readonly Done[]>;
  /** Troubles that climbed the ladder, the highest first; only asked for the leadership. */
  readonly escalated?: (context: Context, limit: number) => Promise<readonly Escalated[]>;
  /** Best hits first, only what the actor may see, at most `limit`. */
  readonly search?: (context: Context, asked: Searched) => Promise<readonly SearchHit[]>;
  /** For each kind of live topic, whether the actor may follow that record. */
  readonly liveTopics?: Readonly<Record<string, (context: Context, id: string) => Promise<boolean>>>;
}
