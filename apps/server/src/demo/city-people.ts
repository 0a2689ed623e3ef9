import type { ReplyOf } from '@makaverse/contract/endpoint';
import { listPeople, listUnits, type PositionKind, type Unit } from '@makaverse/contract/identity-directory';
import type { Storyteller } from './storyteller.ts';

/** The demo's city as the story names it: units by their names or codes, people by the offices they hold. */
export interface StoryCity {
  /** @throws when the story names a unit the city does not have. */
  unit(nameOrCode: string): Unit;
  /** The head of a unit. */
  head(nameOrCode: string): string;
  /** Somebody of the unit other than its head; `turn` picks one. */
  official(nameOrCode: string, turn?: number): Promise<string>;
  /** Whoever keeps the record of meetings. */
  clerk(): Promise<string>;
  /** Whoever runs the installation. */
  administrator(): Promise<string>;
  readonly units: readonly Unit[];
}

/** A unit or office the story needs is not in the city's data. */
export class StoryCityLacks extends Error {
  override readonly name = 'StoryCityLacks';
}

/** Reads the city through the eyes of `readerId`. */
export async function storyCity(story: Storyteller, readerId: string): Promise<StoryCity> {
  const { items } = await story.act(readerId, listUnits, { query: {} });
  const byName = new Map(items.flatMap((unit) => [[unit.name, unit] as const, [unit.code, unit] as const]));
  // Nobody comes or goes while the story is told.
  const officials = new Map<string, Promise<ReplyOf<typeof listPeople>>>();
  const unit = (nameOrCode: string): Unit => {
    const found = byName.get(nameOrCode);
    if (!found) throw new StoryCityLacks(`the story names "${nameOrCode}", which the city's data do not hold`);
    return found;
  };
  const holder = async (nameOrCode: string, kind: PositionKind): Promise<string> => {
    const people = await story.act(readerId, listPeople, { query: { unitId: unit(nameOrCode).id, limit: 50 } });
    const found = people.items.find((person) => person.holdings.some((holding) => holding.kind === kind));
    if (!found) throw new StoryCityLacks(`"${nameOrCode}" has no ${kind}`);
    return found.id;
  };
  return {
    units: items,
    clerk: () => holder('BAGIAN-PROTOKOL', 'clerk'),
    administrator: () => holder('Dinas Komunikasi dan Informatika', 'administrator'),
    unit,
    head: (nameOrCode) => {
      const { head } = unit(nameOrCode);
      if (!head) throw new StoryCityLacks(`"${nameOrCode}" has no head`);
      return head.id;
    },
    official: async (nameOrCode, turn = 0) => {
      const { id, head } = unit(nameOrCode);
      const people = officials.get(id) ?? story.act(readerId, listPeople, { query: { unitId: id, limit: 20 } });
      officials.set(id, people);
      const others = (await people).items.filter((person) => person.id !== head?.id);
      if (others.length === 0) throw new StoryCityLacks(`"${nameOrCode}" has nobody but its head`);
      return others[turn % others.length]!.id;
    },
  };
}
