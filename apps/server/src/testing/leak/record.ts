import type { SmallCity } from '../city.ts';

/** Somebody of the small city, by the key of the city's map. */
export type Role = Exclude<keyof SmallCity, 'units'>;

/** A record with words that stand nowhere else, and everybody who may read them. Who is not named must never meet them. */
export interface Secret {
  /** What it is, for the message of a failing test. */
  readonly what: string;
  /** The record's id as doors take it. Several secrets may lie in one record. */
  readonly id: string;
  readonly words: string;
  readonly readers: ReadonlySet<Role>;
  /** Topic under which its changes are told. */
  readonly topic?: string;
}

/** The leadership by office (mayor, secretary, assistants, expert staff) and the clerks: they read the whole city's work. */
export const leadership: readonly Role[] = ['mayor', 'deputyMayor', 'secretary', 'assistant1', 'assistant2', 'expert1'];
export const readsAll: readonly Role[] = [...leadership, 'clerk'];
export const ofPu: readonly Role[] = ['headPu', 'secretaryPu', 'staffPu', 'staffPu2'];
export const ofHealth: readonly Role[] = ['headHealth', 'staffHealth'];
