import type { AgendaDraftItem } from '@makaverse/contract/meetings';

/** A unit that presents, with the group in which the city puts it. */
export interface PresentingUnit {
  readonly id: string;
  readonly name: string;
  readonly group: string;
}

/** The words the template needs, in the city's language. */
export interface TemplateWords {
  readonly opening: string;
  readonly closing: string;
  readonly groupTitles: Readonly<Record<string, string>>;
}

/** Basic services first, as the rakorsus of March 2022 was grouped; companies after the territories. */
const groupOrder = ['basic-service', 'non-basic-service', 'optional-affairs', 'support', 'territorial', 'enterprise'];
const openingMinutes = 10;
const closingMinutes = 15;

/**
 * The agenda of a rakorsus: opening, a slot for each presenting unit under its group, closing with the directives read back. The
 * minutes given are shared out equally in whole minutes; what does not divide stays for the closing.
 */
export function rakorsusAgenda(options: {
  units: readonly PresentingUnit[];
  minutes: number;
  words: TemplateWords;
  newId: () => string;
}): AgendaDraftItem[] {
  const { units, minutes, words, newId } = options;
  const shared = Math.max(minutes - openingMinutes - closingMinutes, 0);
  const each = units.length === 0 ? 0 : Math.max(1, Math.floor(shared / units.length));
  const item = (title: string, length: number): AgendaDraftItem => ({
    id: newId(),
    parentId: null,
    kind: 'item',
    title,
    minutes: length,
    presenterUnitId: null,
  });
  const byGroup = Map.groupBy(units, (unit) => unit.group);
  const groups = [...byGroup].toSorted(([a], [b]) => groupOrder.indexOf(a) - groupOrder.indexOf(b));
  return [
    item(words.opening, openingMinutes),
    ...groups.flatMap(([group, members]) => {
      const section: AgendaDraftItem = { ...item(words.groupTitles[group] ?? group, 0), kind: 'section' };
      const slots = members.map((unit): AgendaDraftItem => ({
        ...item(unit.name, each),
        parentId: section.id,
        kind: 'slot',
        presenterUnitId: unit.id,
      }));
      return [section, ...slots];
    }),
    item(words.closing, closingMinutes),
  ];
}
