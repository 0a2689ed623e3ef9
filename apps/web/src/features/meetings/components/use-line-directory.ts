import { parseSpokenDate, witaDate } from '@makaverse/calendar';
import { listPeople, listUnitGroups, listUnits } from '@makaverse/contract/identity-directory';
import type { PersonBrief } from '@makaverse/contract/primitives';
import { listProgrammes } from '@makaverse/contract/programmes';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useRead } from '#lib/api.ts';
import type { LineDirectory } from '../model/clerk-line.ts';
import { camatAndLurah, lineDirectory } from '../model/line-directory.ts';
import type { LineContext } from '../model/line-parts.ts';
import { cutLine } from '../model/line-pieces.ts';

/** Everything the line can name at present. */
export interface ReadDirectory {
  readonly directory: LineDirectory;
  readonly context: LineContext;
  /** Units, groups and programmes are known; before that nothing can be understood. */
  readonly isReady: boolean;
}

const noPeople: readonly PersonBrief[] = [];

/** Reads what lines can name. Of the city's thousands of people only those are asked for whom the line is about to name. */
export function useLineDirectory(options: { line: string; now: string; known?: readonly PersonBrief[] }): ReadDirectory {
  const { t } = useTranslation(['meeting-room', 'shell']);
  const { known = noPeople } = options;
  const today = witaDate(new Date(options.now));
  const units = useRead(listUnits, {});
  const groups = useRead(listUnitGroups, {});
  const programmes = useRead(listProgrammes, { query: { limit: 200 } });
  const said = cutLine(options.line).findLast((piece) => piece.kind === 'nomination')?.text ?? '';
  const asked = useDeferredValue(said.length >= 2 && parseSpokenDate(said, today) === null ? said : '');
  const people = useQuery({
    queryKey: [listPeople.id, 'line', asked],
    queryFn: ({ signal }) => call(listPeople, { query: { q: asked, limit: 30 }, signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  return useMemo(() => {
    const found = people.data?.items ?? [];
    const heads = (units.data?.items ?? []).flatMap((unit) => (unit.head ? [{ unitId: unit.id, person: unit.head }] : []));
    const all = new Map([...heads.map((one) => one.person), ...known, ...found].map((person) => [person.id, person]));
    const seats = [
      ...heads.map((one) => [one.person.id, one.unitId] as const),
      ...found.flatMap((person) => person.holdings.map((holding) => [person.id, holding.unit.id] as const)),
    ];
    return {
      directory: lineDirectory({
        units: units.data?.items ?? [],
        programmes: programmes.data?.items ?? [],
        people: [...all.values()],
        today,
        groupName: (group) => (group === camatAndLurah ? t('clerk.camatAndLurah') : t(`shell:group.${group}`)),
      }),
      context: {
        groupUnits: new Map((groups.data?.items ?? []).map((one) => [one.group, one.unitIds])),
        unitsOfPerson: new Map([...Map.groupBy(seats, ([person]) => person)].map(([id, own]) => [id, own.map(([, unitId]) => unitId)])),
      },
      isReady: Boolean(units.data && groups.data && programmes.data),
    };
  }, [units.data, groups.data, programmes.data, people.data, known, today, t]);
}
