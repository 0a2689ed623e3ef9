import type { BodyOf, ReplyOf } from '@makaverse/contract/endpoint';
import { acceptAppointment, appoint, propose, readProgramme, recommend, type Programme } from '@makaverse/contract/programmes';
import { sendCheckIn } from '@makaverse/contract/programmes-check-in';
import { reportObstacle, sendLetter, takeOnObstacle, writeLetter } from '@makaverse/contract/programmes-obstacles';
import { readPlan, writeMilestones } from '@makaverse/contract/programmes-plan';
import { confirmMilestone, rateProgramme, readTruth } from '@makaverse/contract/programmes-truth';
import { newId } from '#platform/id';
import type { StoryCity } from './city-people.ts';
import type { Storyteller } from './storyteller.ts';

/** The example programmes that are carried out from the first day on; what is told of them is invented. */
const carried = [1, 2, 4, 5] as const;
type Carried = (typeof carried)[number];

/** What happens to programmes beside the meetings, each part to be told when its days have come. */
export interface CarryingOut {
  appoint(): Promise<void>;
  beforeRakorsus(): Promise<void>;
  afterRakorsus(): Promise<void>;
  reviewers(): Promise<void>;
}

interface Cast {
  readonly programmeId: string;
  readonly unitId: string;
  readonly picId: string;
  readonly reviewerId: string;
}

/** Casts the story of a fortnight: one programme goes well, one slips, one falls silent, one waits for an authority outside the city. */
export async function carryingOut(
  story: Storyteller,
  city: StoryCity,
  mayor: string,
  programmes: ReadonlyMap<number, Programme>,
): Promise<CarryingOut> {
  const cast = new Map<Carried, Cast>();
  for (const number of carried) {
    const { id, units, reviewer } = programmes.get(number)!;
    const [unit] = units;
    cast.set(number, { programmeId: id, unitId: unit!.id, picId: await city.official(unit!.code, number), reviewerId: reviewer!.id });
  }
  const of = (number: Carried): Cast => cast.get(number)!;
  return {
    appoint: () => appointAll(story, city, mayor, cast),
    beforeRakorsus: async () => {
      story.at('2022-03-11T15:00:00+08:00');
      await report(story, of(1), {
        words: 'Survei tiga dari dua belas simpul selesai; alat ukur dipinjam bergantian.',
        progress: 4,
        moves: '2022-03-23',
      });
      await report(story, of(2), { words: 'Daftar lorong diterima dari sebelas kecamatan.', progress: 6 });
      await report(story, of(5), {
        words: 'Kapal pengangkut belum didapat; titik sumur belum dikunjungi.',
        progress: 2,
        moves: '2022-03-18',
      });
      await block(story, of(2), {
        words: 'Daftar lorong Kecamatan Manggala belum diserahkan, sehingga penetapan tertahan (contoh).',
        sinceOn: '2022-03-09',
        costPerDay: 1_500_000,
        remover: { kind: 'unit', unitId: city.unit('Kecamatan Manggala').id },
      });
      await story.wake('2022-03-14T07:00:00+08:00');
      story.at('2022-03-14T09:00:00+08:00');
      await blockedOutside(story, of(1));
    },
    afterRakorsus: async () => {
      story.at('2022-03-18T14:30:00+08:00');
      await report(story, of(1), { words: 'Delapan simpul disurvei. Simpul Antang menunggu izin.', progress: 8, moves: '2022-03-30' });
      await report(story, of(2), { words: 'Semua lorong ditetapkan dengan berita acara per kelurahan.', progress: 14, isFirstDone: true });
      await report(story, of(5), { words: 'Cuaca buruk; kapal batal dua kali.', progress: 2, moves: '2022-03-29' });
      const taken = await block(story, of(5), {
        words: 'Kapal pengangkut alat bor belum tersedia (contoh).',
        sinceOn: '2022-03-10',
        costPerDay: 3_200_000,
        remover: { kind: 'unit', unitId: city.unit('Dinas Perhubungan').id },
      });
      story.at('2022-03-18T15:30:00+08:00');
      await story.act(city.head('Dinas Perhubungan'), takeOnObstacle, {
        params: { id: taken.id },
        body: { version: taken.version, untilOn: '2022-03-25', words: 'Kapal dinas dijadwalkan Jumat pekan depan.' },
      });
    },
    reviewers: async () => {
      story.at('2022-03-21T10:30:00+08:00');
      await confirmFirst(story, of(2));
      await rate(story, of(1), 'yellow-red', 'Simpul yang disurvei baik, tetapi izin Antang tidak dikejar sejak surat dikirim.');
      await rate(story, of(2), 'green', 'Berita acara lengkap dan diperiksa di tiga kelurahan.');
    },
  };
}

/** One morning suffices where everybody is asked in person: named, vetted, appointed, and the answer given. */
async function appointAll(story: Storyteller, city: StoryCity, mayor: string, cast: ReadonlyMap<Carried, Cast>): Promise<void> {
  story.at('2022-03-08T08:30:00+08:00');
  for (const { programmeId, picId, reviewerId } of cast.values()) {
    const { units } = await story.act(mayor, readProgramme, { params: { id: programmeId } });
    const params = { id: units[0]!.nominationId! };
    const head = city.head(units[0]!.code);
    const reasons = 'Mengenal pekerjaannya dari lapangan dan bersedia melapor setiap pekan.';
    const proposed = await story.act(head, propose, { params, body: { version: 1, personId: picId, reasons } });
    const vetted = await story.act(reviewerId, recommend, { params, body: { version: proposed.version, note: '' } });
    const appointed = await story.act(mayor, appoint, { params, body: { version: vetted.version, note: '' } });
    await story.act(picId, acceptAppointment, { params, body: { version: appointed.version } });
  }
  const { programmeId, picId, unitId } = cast.get(5)!;
  const steps: readonly (readonly [string, number, string, readonly number[]])[] = [
    ['Titik sumur uji disepakati', 20, '2022-03-11', []],
    ['Sumur uji Lakkang mengalir', 30, '2022-04-29', [1]],
    ['Instalasi pengolahan melayani warga', 50, '2022-09-30', [2]],
  ];
  await story.act(picId, writeMilestones, {
    params: { id: programmeId },
    body: {
      planVersion: 1,
      milestones: steps.map(([title, weight, plannedOn, after]) => ({ id: null, title, weight, unitId, plannedOn, after: [...after] })),
    },
  });
}

interface Told {
  readonly words: string;
  readonly progress: number;
  /** The day to which the first milestone's date is moved. */
  readonly moves?: string;
  readonly isFirstDone?: true;
}

async function report(story: Storyteller, { programmeId, unitId, picId }: Cast, told: Told): Promise<void> {
  const params = { id: programmeId };
  const { milestones } = await story.act(picId, readPlan, { params });
  const first = milestones[0]!.id;
  const reason = 'Belum dapat diselesaikan dengan orang dan alat yang ada.';
  await story.act(picId, sendCheckIn, {
    params,
    body: {
      id: newId(story.context().now),
      unitId,
      words: told.words,
      progress: told.progress,
      promise: told.moves === undefined ? null : { milestoneId: first, on: told.moves, reason },
      doneMilestoneIds: told.isFirstDone ? [first] : [],
    },
  });
}

type Blocked = Omit<BodyOf<typeof reportObstacle>, 'unitId' | 'milestoneId'>;

function block(story: Storyteller, { programmeId, unitId, picId }: Cast, blocked: Blocked): Promise<ReplyOf<typeof reportObstacle>> {
  return story.act(picId, reportObstacle, { params: { id: programmeId }, body: { unitId, milestoneId: null, ...blocked } });
}

/** What only an authority outside the city can remove: the letter is written and leaves the same day. */
async function blockedOutside(story: Storyteller, cast: Cast): Promise<void> {
  const { id, version } = await block(story, cast, {
    words: 'Izin kerja di saluran primer simpul Antang belum terbit (contoh).',
    sinceOn: '2022-03-10',
    costPerDay: 4_500_000,
    remover: { kind: 'outside', authority: 'Balai Besar Wilayah Sungai Pompengan Jeneberang' },
  });
  const written = await story.act(cast.picId, writeLetter, {
    params: { id },
    body: {
      version,
      addressee: 'Kepala Balai Besar Wilayah Sungai Pompengan Jeneberang',
      legalBasis: 'Undang-Undang Nomor 17 Tahun 2019 tentang Sumber Daya Air',
    },
  });
  await story.act(cast.picId, sendLetter, {
    params: { id },
    body: { version: written.version, number: '600/contoh-014/DPU/III/2022', sentOn: '2022-03-14', answerDueOn: '2022-03-28' },
  });
}

async function confirmFirst(story: Storyteller, { programmeId, reviewerId }: Cast): Promise<void> {
  const { claimed } = await story.act(reviewerId, readTruth, { params: { id: programmeId } });
  for (const one of claimed) await story.act(reviewerId, confirmMilestone, { params: { id: one.id }, body: { version: one.version } });
}

async function rate(story: Storyteller, { programmeId, reviewerId }: Cast, light: 'green' | 'yellow-red', reason: string): Promise<void> {
  await story.act(reviewerId, rateProgramme, { params: { id: programmeId }, body: { light, reason } });
}
