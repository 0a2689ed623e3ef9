import type { Unit, UnitGroup } from '@makaverse/contract/identity-directory';
import type { PersonBrief } from '@makaverse/contract/primitives';
import type { LineDirectory, Target } from './clerk-line.ts';
import type { Named } from './match-name.ts';

/** Id of "all camat and their lurah": the group of the kecamatan, passed on to their kelurahan when the meeting closes. */
export const camatAndLurah = 'all-kecamatan>all-kelurahan';

/** What is said for a group in either language, whichever one the page is shown in. */
const groupWords: Readonly<Record<UnitGroup, readonly string[]>> = {
  'all-kecamatan': ['semua camat', 'camat', 'semua kecamatan', 'kecamatan', 'all camat', 'all kecamatan'],
  'all-kelurahan': ['semua lurah', 'lurah', 'semua kelurahan', 'kelurahan', 'all lurah', 'all kelurahan'],
  'all-agencies': ['semua SKPD', 'SKPD', 'OPD', 'semua OPD', 'semua dinas', 'all agencies'],
  'all-presenting': ['semua yang memaparkan', 'all presenting units'],
  'all-enterprises': ['semua perusahaan daerah', 'semua perumda', 'perumda', 'BUMD', 'all city companies', 'all enterprises'],
  'all-bureaus': ['semua bagian', 'all bureaus'],
  'all-assistants': ['semua asisten', 'all assistants'],
  'all-expert-staff': ['semua staf ahli', 'all expert staff'],
};
const camatAndLurahWords = ['camat dan lurah', 'semua camat dan lurah', 'camat bersama lurah', 'all camat and lurah'];

/** What the directory of a line is made from. */
export interface DirectorySource {
  readonly units: readonly Unit[];
  readonly programmes: readonly { readonly id: string; readonly number: number; readonly name: string }[];
  readonly people: readonly PersonBrief[];
  readonly today: string;
  /** The group's name in the reader's language; `camatAndLurah` too. */
  readonly groupName: (group: UnitGroup | typeof camatAndLurah) => string;
}

/** Everything a line can name. The first alias of each is what is shown beside its name: short name, office, number. */
export function lineDirectory(source: DirectorySource): LineDirectory {
  const { units, programmes, people, today, groupName } = source;
  const groups = Object.entries(groupWords).map(([group, aliases]): Target => ({
    id: group,
    name: groupName(group as UnitGroup),
    aliases,
    group: group as UnitGroup,
  }));
  const passedOn: Target = { id: camatAndLurah, name: groupName(camatAndLurah), aliases: camatAndLurahWords, group: 'all-kecamatan' };
  const named = units.map((unit): Target => ({ id: unit.id, name: unit.name, aliases: [unit.shortName, ...officesOf(unit)], group: null }));
  return {
    targets: [groups[0]!, passedOn, ...groups.slice(1), ...toldApart(named)],
    reviewers: toldApart(
      units.flatMap((unit) =>
        unit.head && (unit.kind === 'assistant' || unit.kind === 'expert-staff')
          ? [{ id: unit.head.id, name: unit.head.name, aliases: [unit.name, unit.shortName, unit.head.title] }]
          : [],
      ),
    ),
    programmes: toldApart(programmes.map((one) => ({ id: one.id, name: one.name, aliases: [String(one.number)] }))),
    people: toldApart(people.map((one) => ({ id: one.id, name: one.name, aliases: [one.title] }))),
    today,
  };
}

/** "Camat Manggala" for the Kecamatan Manggala, as everybody says. */
function officesOf(unit: Unit): string[] {
  const [kind, ...rest] = unit.name.split(' ');
  if (unit.kind === 'kecamatan' && kind === 'Kecamatan') return [`Camat ${rest.join(' ')}`];
  if (unit.kind === 'kelurahan' && kind === 'Kelurahan') return [`Lurah ${rest.join(' ')}`];
  return [];
}

/** Of several with one name each gets what tells it apart behind it, so that whatever is offered can also be understood. */
function toldApart<T extends Named>(items: readonly T[]): T[] {
  const count = Map.groupBy(items, (item) => item.name.toLowerCase());
  return items.map((item) =>
    count.get(item.name.toLowerCase())!.length === 1 ? item : { ...item, name: `${item.name} (${item.aliases[0] ?? ''})` },
  );
}
