import type { Unit } from '@makaverse/contract/identity-directory';

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('id');

/** Units whose code, names or head hold every typed word, whatever its case or accents; nothing typed finds nothing. */
export function findUnits(units: readonly Unit[], typed: string): readonly Unit[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return units.filter((unit) => {
    const text = plain(`${unit.code} ${unit.name} ${unit.shortName} ${unit.head?.name ?? ''} ${unit.head?.title ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}
