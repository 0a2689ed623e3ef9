import type { Arguments } from '@makaverse/client/call';
import type { EndpointShape, ReplyOf } from '@makaverse/contract/endpoint';
import { actorOf } from '#modules/identity';
import { keepScoreJob } from '#modules/programmes';
import type { Actor } from '#platform/actor';
import type { ShiftedClock } from '#platform/clock';
import type { Context } from '#platform/context';
import type { UploadedFile } from '#platform/module';
import type { Composition } from '../composition.ts';

/** Lets invented people of the demo act through the very endpoints real people use, at moments of the story. */
export interface Storyteller {
  /** From now on it is this moment (ISO 8601 with offset). @throws StoryBroken when it has passed already */
  at(moment: string): void;
  /** One act of one person. */
  act<E extends EndpointShape>(personId: string, endpoint: E, args: Arguments<E>): Promise<ReplyOf<E>>;
  /** One act of somebody who is not signed in. */
  actAsNobody<E extends EndpointShape>(endpoint: E, args: Arguments<E>): Promise<ReplyOf<E>>;
  /** Sends a file through an endpoint that takes one. */
  upload<E extends EndpointShape>(personId: string, endpoint: E, body: unknown, file: UploadedFile): Promise<ReplyOf<E>>;
  /** Acts of many people in the same hour, which do not wait for one another. */
  each<T>(items: Iterable<T>, act: (item: T) => Promise<void>): Promise<void>;
  /** Does what the system does by itself meanwhile: mail, reactions. */
  settle(): Promise<void>;
  /** A moment at which nobody acts and the system's own hours come: reminders, escalations. */
  wake(moment: string): Promise<void>;
  /** As nobody: for what the system does by itself. */
  readonly context: () => Context<null>;
}

/** Letters leave and people act several at once: what they wait for is mostly the database. */
const lettersAtOnce = 6;
const actsAtOnce = 4;

/**
 * What is asked of each person of a morning is not mailed: in a story told in seconds that morning is over at once. The score of forecasts
 * takes its second when the demo has begun.
 */
const instead = { 'today.send-digests': 'today.tell-notices', [keepScoreJob]: null };

/** The demo may not go on because something it relied on is not so; a fault of the story, never of the reader. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}

/** Makes the storyteller of a city; its moments are the city's own clock's. */
export function storyteller(composition: Composition, clock: ShiftedClock): Storyteller {
  const routes = new Map(composition.routes.map((route) => [route.endpoint.id, route]));
  // Nobody's offices or powers change within one moment of the story.
  const actors = new Map<string, Promise<Actor | null>>();
  const actorAt = (personId: string, { db, now }: Context<null>): Promise<Actor | null> => {
    const actor = actors.get(personId) ?? actorOf(db, personId, now);
    actors.set(personId, actor);
    return actor;
  };
  const perform = async (
    personId: string | null,
    endpoint: EndpointShape,
    given: { params?: unknown; query?: unknown; body?: unknown; file?: UploadedFile },
  ): Promise<never> => {
    const route = routes.get(endpoint.id);
    if (!route) throw new StoryBroken(`no route answers ${endpoint.id}`);
    const context = composition.systemContext();
    const actor = personId && (await actorAt(personId, context));
    if (personId && !actor) throw new StoryBroken(`person ${personId} holds no position at ${context.now.toISOString()}`);
    const as = { ...context, actor } as Context<Actor | null>;
    const input = {
      params: endpoint.params?.parse(given.params),
      query: endpoint.query?.parse(given.query ?? {}),
      body: endpoint.body?.parse(given.body),
      file: given.file,
    } as never;
    const reply = route.changes
      ? await composition.transactor.run(as, (transaction) => route.handle(transaction as never, input))
      : await route.handle(as as never, input);
    return reply as never;
  };
  let told = -Infinity;
  const at = (moment: string): void => {
    const next = Date.parse(moment);
    if (next < told) throw new StoryBroken(`${moment} comes after ${new Date(told).toISOString()} in the story`);
    told = next;
    actors.clear();
    clock.offsetMs = next - Date.now();
  };
  return {
    at,
    wake: async (moment) => {
      at(moment);
      await composition.runRecurring(instead);
      await composition.jobs.settle(lettersAtOnce);
    },
    each: async (items, act) => {
      const left = Iterator.from(items);
      const one = async (): Promise<void> => {
        for (const item of left) await act(item);
      };
      await Promise.all(Array.from({ length: actsAtOnce }, one));
    },
    context: composition.systemContext,
    settle: () => composition.jobs.settle(lettersAtOnce),
    act: (personId, endpoint, args) => perform(personId, endpoint, args as { params?: unknown; query?: unknown; body?: unknown }),
    actAsNobody: (endpoint, args) => perform(null, endpoint, args as { body?: unknown }),
    upload: (personId, endpoint, body, file) => perform(personId, endpoint, { body, file }),
  };
}
