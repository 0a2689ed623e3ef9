/** A point of the agenda as it stands. */
export interface StandingPoint {
  readonly id: string;
  readonly parentId: string | null;
  /** The topic it was written from; null for a point put there by hand. */
  readonly topicKey: string | null;
  /** Words, notes, documents or time hang on it. */
  readonly isInUse: boolean;
}

/** A point of the agenda to be: a topic written anew, or (without a key) a point that stays as it is. */
export interface PlacedPoint {
  readonly id: string;
  readonly parentId: string | null;
  readonly topicKey: string | null;
}

/**
 * Places the topics of a refresh in an agenda. Points put there by hand stay; of those that topics wrote earlier only they go whose topic
 * is out and on which nothing hangs. The topics come in one block, in their order, where the first of them stood (at first: at the end);
 * a topic that stood there already keeps its point, and with it what units have added, and what was put below it by hand.
 * `standing` is in its order, parents before children; `levels` is how deep an agenda may be.
 */
export function placeTopics(
  standing: readonly StandingPoint[],
  keys: readonly string[],
  { levels, newId }: { readonly levels: number; readonly newId: () => string },
): PlacedPoint[] {
  const below = Map.groupBy(standing, (point) => point.parentId);
  const ofKey = new Map(
    standing.flatMap((point) => (point.topicKey !== null && keys.includes(point.topicKey) ? [[point.topicKey, point]] : [])),
  );
  const placed: PlacedPoint[] = [];
  let isBlockPlaced = false;

  const place = (point: PlacedPoint, level: number): void => {
    placed.push(point);
    // What would come to lie too deep stands beside it instead.
    walk(point.id, level < levels ? { parentId: point.id, level: level + 1 } : { parentId: point.parentId, level });
  };
  const placeBlock = (parentId: string | null, level: number): void => {
    isBlockPlaced = true;
    for (const key of keys) place({ id: ofKey.get(key)?.id ?? newId(), parentId, topicKey: key }, level);
  };
  const walk = (of: string | null, { parentId, level }: { parentId: string | null; level: number }): void => {
    for (const point of below.get(of) ?? []) {
      const isTopic = point.topicKey !== null;
      if (isTopic && !isBlockPlaced) placeBlock(parentId, level);
      if (isTopic && ofKey.has(point.topicKey)) continue;
      if (!isTopic || point.isInUse) place({ id: point.id, parentId, topicKey: null }, level);
      else walk(point.id, { parentId, level });
    }
  };
  walk(null, { parentId: null, level: 1 });
  if (!isBlockPlaced) placeBlock(null, 1);
  return placed;
}
