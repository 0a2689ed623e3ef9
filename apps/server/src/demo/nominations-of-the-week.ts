import {
  acceptAppointment,
  appoint,
  counterPropose,
  declineAppointment,
  listNominations,
  propose,
  recommend,
  returnNomination,
  type Nomination,
} from '@makaverse/contract/programmes';
import type { StoryCity } from './city-people.ts';
import type { Storyteller } from './storyteller.ts';

/** How far a nomination came in the week; the silent ones never came at all. */
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
type Move =
  | typeof propose
  | typeof returnNomination
  | typeof recommend
  | typeof appoint
  | typeof acceptAppointment
  | typeof declineAppointment
  | typeof counterPropose;
const notReviewed: readonly Fate[] = ['silent', 'proposed'];
const notAppointed: readonly Fate[] = [...notReviewed, 'returned', 'recommended'];

const reasons = [
  'Sudah memimpin pekerjaan serupa dua tahun dan dikenal warga; bebannya masih ringan.',
  'Mengenal lapangan, cepat melapor, dan bersedia ditanya setiap minggu.',
  'Menyusun rencana kerjanya sendiri dan mampu menggerakkan bidang lain.',
];
const returned = 'Alasannya belum menjawab ukuran berhasil arahan ini; tunjukkan pengalaman yang sesuai.';
const declined = 'Saya sedang memimpin dua pekerjaan lain sampai Juni dan tidak ingin arahan ini terbengkalai.';
const countered = 'Rekan saya memegang anggaran dan regunya; ia lebih tepat.';

/** The steps of the week, each to be taken when its hour has come. */
export interface NominationsOfTheWeek {
  propose(): Promise<void>;
  review(): Promise<void>;
  appoint(): Promise<void>;
  answer(): Promise<void>;
}

interface Plan {
  readonly nomination: Nomination;
  readonly fate: Fate;
  readonly headId: string;
  readonly reviewerId: string;
  readonly personId: string;
  readonly colleagueId: string;
  readonly reason: string;
}

/** Plans what becomes of every seat that waits for a name. */
export async function nominationsOfTheWeek(story: Storyteller, city: StoryCity, mayor: string): Promise<NominationsOfTheWeek> {
  const plans = await plansFor(story, city, await openNominations(story, mayor));
  const versions = new Map(plans.map(({ nomination }) => [nomination.id, nomination.version]));
  const step = async (
    who: string,
    endpoint: Move,
    { nomination: { id } }: Plan,
    body: Readonly<Record<string, unknown>>,
  ): Promise<void> => {
    const moved = await story.act(who, endpoint, { params: { id }, body: { version: versions.get(id), ...body } } as never);
    versions.set(id, moved.version);
  };
  const each = (left: readonly Fate[], act: (plan: Plan) => Promise<void>): Promise<void> =>
    story.each(
      plans.filter((plan) => !left.includes(plan.fate)),
      act,
    );
  return {
    propose: () => each(['silent'], (plan) => step(plan.headId, propose, plan, { personId: plan.personId, reasons: plan.reason })),
    review: () =>
      each(notReviewed, (plan) =>
        plan.fate === 'returned'
          ? step(plan.reviewerId, returnNomination, plan, { reason: returned })
          : step(plan.reviewerId, recommend, plan, { note: '' }),
      ),
    appoint: () => each(notAppointed, (plan) => step(mayor, appoint, plan, { note: '' })),
    answer: () =>
      each([...notAppointed, 'appointed'], (plan) => {
        if (plan.fate === 'accepted') return step(plan.personId, acceptAppointment, plan, {});
        return plan.fate === 'declined'
          ? step(plan.personId, declineAppointment, plan, { reason: declined })
          : step(plan.personId, counterPropose, plan, { personId: plan.colleagueId, reason: countered });
      }),
  };
}

/** By what they are about, so that the same story is told every time. */
async function openNominations(story: Storyteller, mayor: string): Promise<readonly Nomination[]> {
  const found: Nomination[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Nomination[]; next: string | null } = await story.act(mayor, listNominations, {
      query: { state: 'open', limit: 200, ...(cursor !== null && { cursor }) },
    });
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  const place = (one: Nomination): string => `${one.seat.kind} ${one.subject.number.padStart(12)} ${one.unit.code}`;
  return found.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

async function plansFor(story: Storyteller, city: StoryCity, open: readonly Nomination[]): Promise<readonly Plan[]> {
  const plans: Plan[] = [];
  for (const [turn, nomination] of open.entries()) {
    const { unit, reviewer } = nomination;
    if (!reviewer) continue;
    const personId = await city.official(unit.code, turn);
    const colleagueId = await city.official(unit.code, turn + 1);
    const fate = fates[turn % fates.length]!;
    plans.push({
      nomination,
      // Who has no colleague cannot name one in his place.
      fate: fate === 'countered' && colleagueId === personId ? 'declined' : fate,
      headId: city.head(unit.code),
      reviewerId: reviewer.id,
      personId,
      colleagueId,
      reason: reasons[turn % reasons.length]!,
    });
  }
  return plans;
}
