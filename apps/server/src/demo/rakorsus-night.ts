import { callMeeting, draftMeeting, fillSlot, readMeeting, type MeetingDetail } from '@makaverse/contract/meetings';
import { checkInRoom, closeMeeting, keepDirective, moveToItem, startMeeting } from '@makaverse/contract/meetings-room';
import type { Programme } from '@makaverse/contract/programmes';
import type { CarryingOut } from './carrying-out.ts';
import type { StoryCity } from './city-people.ts';
import { spokenDirectives } from './spoken-directives.ts';
import type { Storyteller } from './storyteller.ts';

/** Those who serve the meeting. */
export interface StoryOffices {
  readonly mayor: string;
  readonly clerk: string;
}

const opening = '2022-03-15T19:00:00+08:00';
const minutesLater = (minutes: number): string => new Date(Date.parse(opening) + minutes * 60_000).toISOString();

/** Filled in by the units before the night; invented. */
const slots: Readonly<Record<string, readonly [string, string, string]>> = {
  'Dinas Pekerjaan Umum': [
    'Genangan berulang di simpul saluran sekunder; sebagian saluran primer bukan kewenangan kota.',
    'Peta simpul, urutan pengerukan, surat ke balai wilayah sungai.',
    'Regu saluran melapor dengan foto berkoordinat setiap selesai.',
  ],
  'Dinas Kesehatan': [
    'Data stunting belum per nama di kelurahan pesisir dan pulau.',
    'Pendataan bersama lurah dan kader.',
    'Satu daftar per posyandu yang diperbarui tiap bulan.',
  ],
  'Dinas Lingkungan Hidup': [
    'Warga tidak tahu jam angkut sampah.',
    'Rute dan jam tetap per kecamatan.',
    'Jadwal ditempel di setiap lorong.',
  ],
  'Kecamatan Manggala': [
    'Saluran tersier tersumbat di dekat permukiman baru.',
    'Kerja bakti terjadwal bersama lurah.',
    'Peta titik sumbat dari ketua RT.',
  ],
};

/** The Rakorsus of 15 March 2022: called, held until after midnight, twenty directives, closed. */
export async function tellRakorsusNight(
  story: Storyteller,
  city: StoryCity,
  offices: StoryOffices,
  { programmes, carrying }: { readonly programmes: ReadonlyMap<number, Programme>; readonly carrying: CarryingOut },
): Promise<MeetingDetail> {
  const { mayor, clerk } = offices;
  story.at('2022-03-08T10:00:00+08:00');
  const draft = await story.act(clerk, draftMeeting, {
    body: {
      kind: 'rakorsus',
      title: 'Rapat Koordinasi Khusus 2022',
      startsAt: opening,
      endsAt: '2022-03-16T01:50:00+08:00',
      place: 'Baruga, Balai Kota Makassar',
      link: null,
      chairId: mayor,
      clerkIds: [clerk],
      refreshOfId: null,
      unitIds: [],
      groups: ['all-presenting', 'all-assistants', 'all-expert-staff', 'all-kelurahan'],
      template: 'rakorsus',
    },
  });
  const params = { id: draft.id };
  const called = await story.act(clerk, callMeeting, { params, body: { version: draft.version } });
  await carrying.beforeRakorsus();
  story.at('2022-03-14T15:00:00+08:00');
  for (const [name, [issue, solution, innovation]] of Object.entries(slots)) {
    const item = called.agenda.find((one) => one.presenter?.name === name);
    if (item)
      await story.act(city.head(name), fillSlot, { params: { id: item.id }, body: { issue, solution, innovation, version: item.version } });
  }
  story.at(opening);
  const before = await story.act(clerk, readMeeting, { params });
  await story.act(mayor, startMeeting, { params, body: { version: before.version } });
  const presenting = city.units.filter((one) => one.presentingGroup !== null);
  await story.each(presenting, async (unit) => {
    await story.act(clerk, checkInRoom, {
      params,
      body: {
        unitId: unit.id,
        people: [{ personId: unit.head!.id }, ...(unit.kind === 'agency' ? [{ personId: await city.official(unit.code) }] : [])],
      },
    });
  });
  const points = before.agenda.filter((item) => item.kind !== 'section');
  const minutesEach = 290 / points.length;
  let next = 0;
  for (const spoken of spokenDirectives) {
    while (next < points.length && next * minutesEach <= spoken.minute) {
      story.at(minutesLater(next * minutesEach));
      await story.act(mayor, moveToItem, { params, body: { itemId: points[next]!.id } });
      next += 1;
    }
    story.at(minutesLater(spoken.minute));
    await story.act(clerk, keepDirective, {
      params,
      body: {
        words: spoken.words,
        deadline: spoken.deadline,
        measure: spoken.measure,
        reviewerId: city.head(spoken.reviewer),
        isCascading: spoken.isCascading ?? false,
        nominationDueOn: spoken.nominateBy,
        ...(spoken.to === 'all-kecamatan'
          ? { groups: ['all-kecamatan' as const] }
          : { addressees: spoken.to.map((name) => ({ unitId: city.unit(name).id, picId: null, nominationDueOn: spoken.nominateBy })) }),
        ...(spoken.programme !== undefined && { programmeId: programmes.get(spoken.programme)!.id }),
      },
    });
  }
  story.at('2022-03-16T01:50:00+08:00');
  const running = await story.act(clerk, readMeeting, { params });
  const closed = await story.act(mayor, closeMeeting, { params, body: { version: running.version } });
  await story.settle();
  return closed;
}
