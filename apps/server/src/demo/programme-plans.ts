import type { Programme } from '@makaverse/contract/programmes';
import {
  reportSpending,
  reportValue,
  writeBudget,
  writeIndicators,
  writeMilestones,
  writePlaces,
} from '@makaverse/contract/programmes-plan';
import type { StoryCity } from './city-people.ts';
import type { Storyteller } from './storyteller.ts';

const billion = 1_000_000_000;

/** An invented plan of one of the example programmes; every figure in it is an example. */
interface ExamplePlan {
  readonly steps: readonly (readonly [title: string, weight: number, plannedOn: string, after: readonly number[]])[];
  readonly indicator: readonly [name: string, measure: string, baseline: number, half: number, target: number];
  /** In billions of rupiah: ceiling, contract, realised by 7 March. */
  readonly money: readonly [ceiling: number, contract: number, spent: number];
  readonly place: readonly [name: string, lon: number, lat: number];
}

const plans: ReadonlyMap<number, ExamplePlan> = new Map([
  [
    1,
    {
      steps: [
        ['Survei simpul genangan', 10, '2022-03-18', []],
        ['Desain rinci saluran', 15, '2022-05-13', [1]],
        ['Pemilihan penyedia', 10, '2022-06-24', [2]],
        ['Pengerukan saluran sekunder', 35, '2022-10-14', [3]],
        ['Perbaikan pintu air', 20, '2022-11-11', [3]],
        ['Uji alir dan serah terima', 10, '2022-12-09', [4, 5]],
      ],
      indicator: ['Kelurahan dengan genangan lebih dari dua jam', 'kelurahan', 20, 17, 0],
      money: [48.6, 12.4, 1.85],
      place: ['Simpul saluran Antang', 119.489, -5.171],
    },
  ],
  [
    2,
    {
      steps: [
        ['Penetapan lorong di setiap kelurahan', 15, '2022-03-25', []],
        ['Musyawarah warga lorong', 20, '2022-05-20', [1]],
        ['Penataan tahap pertama', 35, '2022-08-05', [2]],
        ['Penataan tahap kedua', 30, '2022-11-04', [3]],
      ],
      indicator: ['Lorong yang dirawat warganya', 'lorong', 12, 60, 153],
      money: [21.3, 3.2, 0.9],
      place: ['Lorong contoh Panampu', 119.421, -5.118],
    },
  ],
  [
    4,
    {
      steps: [
        ['Pendataan balita di pulau', 20, '2022-03-16', []],
        ['Pelatihan kader posyandu', 25, '2022-05-06', [1]],
        ['Pemberian makanan tambahan', 40, '2022-09-30', [2]],
        ['Pengukuran ulang', 15, '2022-12-02', [3]],
      ],
      indicator: ['Prevalensi stunting', '%', 18.8, 17.5, 14],
      money: [9.75, 4.1, 2.2],
      place: ['Puskesmas Pulau Barrang Lompo', 119.3292, -5.0485],
    },
  ],
]);

/** Heads of the units write the plans of three example programmes on 8 March, and report what was spent until then. */
export async function tellProgrammePlans(story: Storyteller, city: StoryCity, programmes: ReadonlyMap<number, Programme>): Promise<void> {
  story.at('2022-03-08T08:00:00+08:00');
  const lines: { readonly head: string; readonly lineId: string; readonly indicatorId: string; readonly plan: ExamplePlan }[] = [];
  for (const [number, plan] of plans) {
    const programme = programmes.get(number)!;
    const [unit] = programme.units;
    const head = city.head(unit!.code);
    const params = { id: programme.id };
    const written = await story.act(head, writeMilestones, {
      params,
      body: {
        planVersion: 1,
        milestones: plan.steps.map(([title, weight, plannedOn, after]) => ({
          id: null,
          title,
          weight,
          unitId: unit!.id,
          plannedOn,
          after: [...after],
        })),
      },
    });
    const measured = await story.act(head, writeIndicators, {
      params,
      body: { planVersion: written.planVersion, indicators: [indicatorOf(plan)] },
    });
    const paid = await story.act(head, writeBudget, { params, body: { planVersion: measured.planVersion, lines: [lineOf(number, plan)] } });
    const [name, lon, lat] = plan.place;
    await story.act(head, writePlaces, {
      params,
      body: { planVersion: paid.planVersion, places: [{ id: null, name, geometry: { type: 'Point', coordinates: [lon, lat] } }] },
    });
    lines.push({ head, lineId: paid.budget[0]!.id, indicatorId: paid.indicators[0]!.id, plan });
  }
  for (const { head, lineId, indicatorId, plan } of lines) {
    await story.act(head, reportSpending, {
      params: { id: lineId },
      body: { on: '2022-02-28', amount: Math.round(plan.money[2] * billion * 0.4) },
    });
    await story.act(head, reportSpending, {
      params: { id: lineId },
      body: { on: '2022-03-07', amount: Math.round(plan.money[2] * billion) },
    });
    await story.act(head, reportValue, { params: { id: indicatorId }, body: { on: '2022-03-07', value: plan.indicator[2] } });
  }
}

function indicatorOf({ indicator: [name, measure, baseline, half, target] }: ExamplePlan) {
  return {
    id: null,
    name,
    measure,
    baseline: { on: '2022-01-01', value: baseline },
    target: { on: '2022-12-31', value: target },
    points: [{ on: '2022-06-30', value: half }],
  };
}

/** The shape most budgets of works have: little until the contract, most of it in the last four months. */
function lineOf(number: number, { money: [ceiling, contract] }: ExamplePlan) {
  const shares: readonly (readonly [string, number])[] = [
    ['2022-03-31', 0.06],
    ['2022-06-30', 0.2],
    ['2022-09-30', 0.55],
    ['2022-12-31', 0.98],
  ];
  return {
    id: null,
    code: `1.03.${String(number).padStart(2, '0')}.2.01.0001`,
    name: 'Belanja program (contoh)',
    ceiling: Math.round(ceiling * billion),
    contract: Math.round(contract * billion),
    plan: shares.map(([on, share]) => ({ on, amount: Math.round(ceiling * billion * share) })),
  };
}
