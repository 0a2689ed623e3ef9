import type { Actor } from '#platform/actor';
import type { Context } from '#platform/context';
import { actorOf } from '#modules/identity';

/** The units a person holds positions in today, each as its path up to the root; none for who holds no position. */
export async function unitPathsOf(
  context: Pick<Context<Actor | null>, 'db' | 'now'>,
  personId: string,
): Promise<readonly (readonly string[])[]> {
  const person = await actorOf(context.db, personId, context.now);
  return person?.positions.map((one) => one.unitPath) ?? [];
}
