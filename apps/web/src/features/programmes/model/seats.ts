import type { Programme } from '@makaverse/contract/programmes';

/** Units of a programme in which nobody has agreed to answer yet. */
export function unitsWithoutPic(programme: Programme): Programme['units'] {
  return programme.units.filter((unit) => unit.pic === null);
}
