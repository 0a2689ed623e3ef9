import { acknowledgeTask, listDirectives, readCascade, type Task } from '@makaverse/contract/directives';
import {
  acceptAppointment,
  appoint,
  counterPropose,
  declineAppointment,
  listNominations,
  propose,
  readNomination,
  recommend,
  returnNomination,
} from '@makaverse/contract/programmes';
import type { StoryCity } from './city-people.ts';
import type { Storyteller } from './storyteller.ts';

/** How far a nomination came in the week; the rest never came at all. */
type Fate = 'silent' | 'proposed' | 'returned' | 'recommended' | 'appointed' | 'accepted' | 'declined' | 'countered';
const fates: readonly Fate[] = [
  'accepted',
  'accepted',
  'silent',
  'recommended',
  'accepted',
  'proposed',
  'accepted',
  'appointed',
  'returned',
  'accepted',
  'silent',
  'declined',
  'accepted',
  'countered',
  'proposed',
];

const reasons = [
  'Sudah memimpin pekerjaan serupa dua tahun dan dikenal warga; bebannya masih ringan.',
  'Mengenal lapangan, cepat melapor, dan bersedia ditanya setiap minggu.',
  'Menyusun rencana kerjanya sendiri dan mampu menggerakkan bidang lain.',
];

/** What units wrote they had understood, with their own place in it. */
const understood = (unit: string): string =>
  `${unit}: kami menetapkan pekerjaan mana yang didahulukan, siapa yang turun, dan kapan hasilnya dapat dilihat, lalu melaporkannya sebelum tenggat.`;

/** The week after: most acknowledge, some do not; nominations come, are returned, declined, or never come. */
export async function tellWeekBetween(
  story: Storyteller,
  city: StoryCity,
  offices: { readonly mayor: string },
  meetingId: string,
): Promise<void> {
  const { items: directives } = await story.act(offices.mayor, listDirectives, { query: { meetingId, limit: 100 } });
  story.at('2022-03-16T14:00:00+08:00');
  let turn = 0;
  for (const directive of directives) {
    const { tasks } = await story.act(offices.mayor, readCascade, { params: { id: directive.id } });
    for (const task of tasks.filter((one) => isSpokenFor(one, (turn += 1)))) {
      const headId = city.head(task.unit.code);
      await story.act(headId, acknowledgeTask, { params: { id: task.id }, body: { words: understood(task.unit.name) } });
    }
  }
  await tellNominations(story, city, offices.mayor);
  story.at('2022-03-21T08:00:00+08:00');
  await story.settle();
}

// Most units answer; a few stay silent, and of the kelurahan only some have come so far, so that the chain shows where it breaks.
function isSpokenFor(task: Task, turn: number): boolean {
  return task.parentId === null ? turn % 9 !== 4 : turn % 5 === 0;
}

async function tellNominations(story: Storyteller, city: StoryCity, mayor: string): Promise<void> {
  const { items } = await story.act(mayor, listNominations, { query: { limit: 200 } });
  const open = items.filter((one) => one.state === 'open').sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [turn, nomination] of open.entries()) {
    const fate = fates[turn % fates.length]!;
    if (fate === 'silent' || !nomination.reviewer) continue;
    const params = { id: nomination.id };
    const headId = city.head(nomination.unit.code);
    const reviewerId = nomination.reviewer.id;
    const version = async (): Promise<number> => (await story.act(mayor, readNomination, { params })).version;
    const personId = await city.official(nomination.unit.code, turn);
    story.at('2022-03-17T10:00:00+08:00');
    await story.act(headId, propose, { params, body: { version: await version(), personId, reasons: reasons[turn % reasons.length]! } });
    if (fate === 'proposed') continue;
    story.at('2022-03-18T11:00:00+08:00');
    if (fate === 'returned') {
      await story.act(reviewerId, returnNomination, {
        params,
        body: {
          version: await version(),
          reason: 'Alasannya belum menjawab ukuran berhasil arahan ini; tunjukkan pengalaman yang sesuai.',
        },
      });
      continue;
    }
    await story.act(reviewerId, recommend, { params, body: { version: await version(), note: '' } });
    if (fate === 'recommended') continue;
    story.at('2022-03-20T16:00:00+08:00');
    await story.act(mayor, appoint, { params, body: { version: await version(), note: '' } });
    if (fate === 'appointed') continue;
    story.at('2022-03-21T09:00:00+08:00');
    if (fate === 'accepted') await story.act(personId, acceptAppointment, { params, body: { version: await version() } });
    else if (fate === 'declined')
      await story.act(personId, declineAppointment, {
        params,
        body: {
          version: await version(),
          reason: 'Saya sedang memimpin dua pekerjaan lain sampai Juni dan tidak ingin arahan ini terbengkalai.',
        },
      });
    else
      await story.act(personId, counterPropose, {
        params,
        body: {
          version: await version(),
          personId: await city.official(nomination.unit.code, turn + 1),
          reason: 'Rekan saya memegang anggaran dan regunya; ia lebih tepat.',
        },
      });
  }
}
