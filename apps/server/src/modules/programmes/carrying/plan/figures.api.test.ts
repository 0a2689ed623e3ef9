import type { Programme } from '@makaverse/contract/programmes';
import {
  addProgrammeDocument,
  largestRupiah,
  readPlan,
  readProgrammeDocument,
  removeProgrammeDocument,
  reportSpending,
  reportValue,
  writeBudget,
  writeIndicators,
  writePlaces,
} from '@makaverse/contract/programmes-plan';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type SmallCity } from '../../../../testing/city.ts';
import { startHarness, type CallAs, type Harness } from '../../../../testing/harness.ts';
import { startedProgramme } from '../../testing/seats.ts';

let harness: Harness;
let city: SmallCity;
let programme: Programme;
let head: CallAs;
beforeAll(async () => {
  harness = await startHarness({ now: '2022-03-22T09:00:00+08:00' });
  city = await smallCity(harness);
  programme = await startedProgramme(harness, city, { nominationDueOn: '2022-04-18' });
  head = harness.as(city.headPu);
});
afterAll(() => harness.close());

const params = () => ({ id: programme.id });
const version = async () => (await head(readPlan, { params: params() })).planVersion;
const indicator = {
  id: null,
  name: 'Titik genangan',
  measure: 'titik',
  baseline: { on: '2022-01-01', value: 40 },
  target: { on: '2022-12-31', value: 5 },
  points: [
    { on: '2022-09-30', value: 12 },
    { on: '2022-06-30', value: 38.5 },
  ],
};

describe('indicators', () => {
  it('keep baseline, target and a way between of any shape, and what was reported', async () => {
    const body = { planVersion: await version(), indicators: [indicator] };
    const { indicators } = await head(writeIndicators, { params: params(), body });
    expect(indicators[0]).toMatchObject({ ...indicator, id: indicators[0]!.id, points: indicator.points.toReversed() });
    const at = { params: { id: indicators[0]!.id } };
    await head(reportValue, { ...at, body: { on: '2022-03-21', value: 39 } });
    harness.clock.advanceHours(1);
    const plan = await head(reportValue, { ...at, body: { on: '2022-03-21', value: 38 } });
    expect(plan.indicators[0]!.values).toEqual([expect.objectContaining({ on: '2022-03-21', value: 38 })]);
    // The first word is still on record.
    const kept = await harness.db.selectFrom('programmes.indicator_value').selectAll().execute();
    expect(new Set(kept.map((row) => row.value))).toEqual(new Set([38, 39]));
    const tomorrow = head(reportValue, { ...at, body: { on: '2022-03-23', value: 38 } });
    expect((await harness.refusal(tomorrow)).code).toBe('plan-report-of-tomorrow');
  });

  it('refuse dates out of order by name, and another target from the unit', async () => {
    const [kept] = (await head(readPlan, { params: params() })).indicators;
    const send = async (indicators: (typeof indicator & { id: string | null })[]) =>
      harness.refusal(head(writeIndicators, { params: params(), body: { planVersion: await version(), indicators } }));
    const own = { ...indicator, id: kept!.id } as never;
    const wrong = await send([own, { ...indicator, target: { on: '2021-12-31', value: 1 } }]);
    expect(wrong.issues![0]!.path).toBe('Indikator 2, tanggal target');
    expect((await send([])).issues![0]!.message).toContain('Titik genangan');
    const easier = await send([{ ...(own as typeof indicator), target: { on: '2022-12-31', value: 30 } }]);
    expect(easier.code).toBe('plan-replanning-needs-leadership');
  });
});

describe('money', () => {
  it('is exact up to nine thousand trillion, and codes stay text', async () => {
    const lines = [
      {
        id: null,
        code: '1.03.02.2.01.0007',
        name: 'Normalisasi saluran',
        ceiling: largestRupiah - 1_000_001,
        contract: 8_999_999_998_999_999,
        plan: [{ on: '2022-06-30', amount: 8_123_456_789_012_345 }],
      },
      { id: null, code: '0001', name: 'Pengawasan', ceiling: 1_000_001, contract: null, plan: [] },
    ];
    const body = { planVersion: await version(), lines };
    const plan = await head(writeBudget, { params: params(), body });
    expect(plan.budget.map((line) => ({ ...line, id: null }))).toEqual(lines.map((line) => ({ ...line, spent: [] })));
    expect(plan.money).toEqual({
      ceiling: largestRupiah,
      contract: 8_999_999_998_999_999,
      planned: [{ on: '2022-06-30', amount: 8_123_456_789_012_345 }],
      spent: [],
    });
    const spent = await head(reportSpending, {
      params: { id: plan.budget[0]!.id },
      body: { on: '2022-03-21', amount: 7_000_000_000_000_001 },
    });
    expect(spent.money.spent).toEqual([{ on: '2022-03-21', amount: 7_000_000_000_000_001 }]);
  });

  it('refuses a contract over its ceiling, a plan that falls, and a line with reports struck out', async () => {
    const { budget } = await head(readPlan, { params: params() });
    const line = { id: null, code: '1', name: 'Baru', ceiling: 0, contract: 10, plan: [] };
    const falls = [
      { on: '2022-05-31', amount: 5 },
      { on: '2022-06-30', amount: 4 },
    ];
    const body = { planVersion: await version(), lines: [line, { ...line, contract: null, ceiling: 0, plan: falls }] };
    const problem = await harness.refusal(head(writeBudget, { params: params(), body }));
    expect(problem.issues!.map((one) => one.path)).toEqual([
      'Rincian belanja 1, kontrak',
      'Rincian belanja 2, rencana',
      'Rincian belanja 2, rencana',
      'Rincian belanja 2, rencana',
      'Rincian belanja 3, nama',
    ]);
    expect(problem.issues!.at(-1)!.message).toContain(budget[0]!.name);
  });
});

describe('places', () => {
  const ring: [number, number][] = [
    [119.41, -5.15],
    [119.42, -5.15],
    [119.42, -5.14],
    [119.41, -5.15],
  ];
  it('are kept as they were drawn, with the kelurahan nearest to them', async () => {
    const places = [
      { id: null, name: 'Pompa', geometry: { type: 'Point' as const, coordinates: [119.408408, -5.157891] as [number, number] } },
      { id: null, name: 'Kolam', geometry: { type: 'Polygon' as const, coordinates: [ring] } },
    ];
    const plan = await head(writePlaces, { params: params(), body: { planVersion: await version(), places } });
    expect(plan.places).toMatchObject(places.map(({ name, geometry }) => ({ name, geometry })));
    expect(plan.places[0]!.area!.code).toMatch(/^73\.71\.\d\d\.\d{4}$/);
  });

  it('say what is wrong with them', async () => {
    const crossing = [ring[0]!, ring[2]!, [119.42, -5.16] as [number, number], [119.41, -5.14] as [number, number], ring[0]!];
    const body = {
      planVersion: await version(),
      places: [{ id: null, name: 'x', geometry: { type: 'Polygon' as const, coordinates: [crossing] } }],
    };
    const problem = await harness.refusal(head(writePlaces, { params: params(), body }));
    expect(problem.issues![0]).toEqual({
      path: 'Lokasi 1, bentuk',
      message: 'Garis keliling memotong dirinya sendiri. Gambar sudut berurutan mengelilingi bidang.',
    });
  });
});

describe('documents', () => {
  it('come back byte by byte, and only who plans adds them', async () => {
    const boundary = 'plan-boundary';
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="../dpa.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF isi\r\n--${boundary}--\r\n`;
    const request = {
      method: 'POST' as const,
      url: addProgrammeDocument.path.replace('{id}', programme.id),
      payload,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    };
    expect((await harness.callRaw(city.headHealth, request)).statusCode).toBe(403);
    const { id } = (await harness.callRaw(city.headPu, request)).json<{ id: string }>();
    const [document] = (await head(readPlan, { params: params() })).documents;
    expect(document).toMatchObject({ id, name: 'dpa.pdf', mediaType: 'application/pdf', size: 8 });
    const back = await harness.callRaw(city.headHealth, { method: 'GET', url: readProgrammeDocument.path.replace('{id}', id) });
    expect(back.body).toBe('%PDF isi');
    expect(back.headers['content-disposition']).toContain('attachment');
    const stranger = harness.as(city.headHealth)(removeProgrammeDocument, { params: { id } });
    expect((await harness.refusal(stranger)).status).toBe(403);
    await head(removeProgrammeDocument, { params: { id } });
    expect((await head(readPlan, { params: params() })).documents).toEqual([]);
    expect((await harness.refusal(head(removeProgrammeDocument, { params: { id } }))).status).toBe(404);
    const { data } = await harness.db
      .selectFrom('platform.audit')
      .select('data')
      .where('action', '=', 'programme.document-removed')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(data)).toMatchObject({ documentId: id, name: 'dpa.pdf' });
  });
});
