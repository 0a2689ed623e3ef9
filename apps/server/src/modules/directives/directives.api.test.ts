import {
  changeDirective,
  exportDirectives,
  listDirectives,
  readDirective,
  readDirectiveHistory,
  withdrawDirective,
} from '@makaverse/contract/directives';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCity, type SmallCity } from '../../testing/city.ts';
import { startHarness, type Harness } from '../../testing/harness.ts';
import { searchDirectives } from './queries/search-directives.ts';
import { completeParts, holdRakorsus, type Rakorsus } from './testing/rakorsus.ts';

let harness: Harness;
let city: SmallCity;
let rakorsus: Rakorsus;
beforeAll(async () => {
  harness = await startHarness();
  city = await smallCity(harness);
  rakorsus = holdRakorsus(harness, city);
});
afterAll(() => harness.close());

const codesOf = (gaps: readonly { code: string }[]): string[] => gaps.map((gap) => gap.code);

describe('keeping a directive', () => {
  it('keeps bare words, names every gap, and fills in as the clerk completes it', async () => {
    const call = harness.as(city.clerk);
    const kept = await rakorsus.keep({ words: '  Bersihkan saluran.  '.trim() });
    expect(kept).toMatchObject({ number: 'A-2022-03-15/01', state: 'draft', version: 1, givenBy: { id: city.mayor.id } });
    expect(codesOf(kept.gaps)).toEqual(['no-addressees', 'no-deadline', 'no-measure', 'no-reviewer']);
    expect(kept.gaps.map((gap) => gap.href)).toEqual(
      ['addressees', 'deadline', 'measure', 'reviewer'].map((part) => `/arahan/${kept.id}?mend=${part}`),
    );
    const params = { id: kept.id };
    const addressed = await call(changeDirective, {
      params,
      body: { version: 1, groups: ['all-kecamatan'], deadline: '2022-04-14', measure: 'Bersih', reviewerId: city.assistant1.id },
    });
    expect(addressed.addressees.map((one) => one.unitId).toSorted()).toEqual([city.units.kecamatanA, city.units.kecamatanB].toSorted());
    expect(addressed.gaps).toEqual([
      {
        code: 'no-responsible',
        text: '2 unit belum punya penanggung jawab atau tanggal usulan: Mariso, Manggala.',
        href: `/arahan/${kept.id}?mend=nomination`,
      },
    ]);
    const whole = await call(changeDirective, { params, body: { version: 2, nominationDueOn: '2022-03-18' } });
    expect(whole.gaps).toEqual([]);
    expect(whole).toMatchObject({ version: 3, addresseeGroups: ['all-kecamatan'], reviewer: { id: city.assistant1.id } });
  });

  it('tells the gaps in English to who reads English', async () => {
    const kept = await rakorsus.keep({ givenById: null });
    const read = await harness.as(city.clerk, 'en')(readDirective, { params: { id: kept.id } });
    expect(read.gaps.map((gap) => gap.text)).toEqual([
      'It is not clear who gave this directive.',
      'No unit is addressed yet.',
      'There is no deadline yet.',
      'There is no measure of success yet.',
      'There is no reviewer yet.',
    ]);
  });

  it('leaves what is absent, empties what is null, and makes no new version of nothing', async () => {
    const kept = await rakorsus.keep(completeParts(city, [city.units.pu]));
    const call = harness.as(city.clerk);
    const params = { id: kept.id };
    const same = await call(changeDirective, { params, body: { version: 1, measure: 'Semua saluran bersih' } });
    expect(same.version).toBe(1);
    const emptied = await call(changeDirective, { params, body: { version: 1, deadline: null } });
    expect(emptied).toMatchObject({ version: 2, deadline: null, measure: 'Semua saluran bersih' });
    expect(codesOf(emptied.gaps)).toEqual(['no-deadline']);
  });

  it('keeps every earlier wording in its story', async () => {
    const kept = await rakorsus.keep({ words: 'Keruk kanal.', measure: 'Kanal dalam' });
    const call = harness.as(city.clerk);
    const params = { id: kept.id };
    await call(changeDirective, { params, body: { version: 1, words: 'Keruk kanal Panampu.', measure: null } });
    await call(changeDirective, { params, body: { version: 2, words: 'Keruk kanal Panampu dan Jongaya.' } });
    const { items } = await call(readDirectiveHistory, { params });
    expect(items.map((item) => [item.what, item.text])).toEqual([
      ['Dicatat sebagaimana diucapkan', 'Keruk kanal.'],
      ['Diubah: kata-kata, ukuran berhasil', 'kata-kata semula: Keruk kanal.\nukuran berhasil semula: Kanal dalam'],
      ['Diubah: kata-kata', 'kata-kata semula: Keruk kanal Panampu.'],
    ]);
    expect(items.every((item) => item.by?.id === city.clerk.id)).toBe(true);
  });

  it('strikes with a reason, keeps the number taken, and changes nothing afterwards', async () => {
    const kept = await rakorsus.keep({ words: 'Salah dengar.' });
    const call = harness.as(city.clerk);
    const params = { id: kept.id };
    const struck = await call(withdrawDirective, { params, body: { version: 1, reason: 'Ternyata gurauan.' } });
    expect(struck).toMatchObject({ state: 'withdrawn', version: 2, gaps: [], number: kept.number });
    const again = await harness.refusal(call(changeDirective, { params, body: { version: 2, words: 'Lain.' } }));
    expect(again).toMatchObject({ status: 409, code: 'directive-withdrawn' });
    const { items } = await call(readDirectiveHistory, { params });
    expect(items.at(-1)).toMatchObject({ what: 'Dicoret', text: 'Ternyata gurauan.' });
    const next = await rakorsus.keep({});
    expect(Number(next.number.split('/')[1])).toBe(Number(kept.number.split('/')[1]) + 1);
  });

  it('numbers a second meeting of the same day apart', async () => {
    const second = holdRakorsus(harness, city);
    expect((await second.keep({})).number).toBe('A-2022-03-15.2/01');
    expect((await second.keep({})).number).toBe('A-2022-03-15.2/02');
  });
});

describe('hostile and mistaken input', () => {
  const nasty = `'; drop table directives.directive; -- <script>alert(1)</script> {{number}} \${x} %_\\ 💧`;

  it('stores SQL, HTML and templates as the words they are', async () => {
    const kept = await rakorsus.keep({ words: nasty, measure: nasty });
    const read = await harness.as(city.clerk)(readDirective, { params: { id: kept.id } });
    expect(read).toMatchObject({ words: nasty, measure: nasty });
    const found = await harness.as(city.clerk)(listDirectives, { query: { q: `drop table %_\\` } });
    expect(found.items.map((one) => one.id)).toEqual([kept.id]);
    const hits = await searchDirectives(await harness.contextOf(city.clerk), {
      words: '<script>alert(1)</script>',
      reading: 'as-written',
      limit: 5,
    });
    expect(hits.map((hit) => hit.id)).toEqual([kept.id]);
  });

  it.each([
    ['words of more than 4000 characters', { words: 'a'.repeat(4001) }, 'words'],
    ['empty words', { words: '   ' }, 'words'],
    ['a NUL character', { words: 'a\u0000b' }, 'words'],
    ['an impossible date', { deadline: '2022-02-30' }, 'deadline'],
    ['a date out of range', { deadline: '9999-01-01' }, 'deadline'],
    ['a measure too long', { measure: 'm'.repeat(1001) }, 'measure'],
    ['an unknown group', { groups: ['all-people'] as never }, 'groups.0'],
    ['an id that is none', { reviewerId: '1 or 1=1' }, 'reviewerId'],
  ])('refuses %s and names the place', async (_, parts, path) => {
    const kept = await rakorsus.keep({});
    const problem = await harness.refusal(
      harness.as(city.clerk)(changeDirective, { params: { id: kept.id }, body: { version: 1, ...parts } }),
    );
    expect(problem).toMatchObject({ status: 422, code: 'input-invalid' });
    expect(problem.issues?.map((issue) => issue.path)).toContain(path);
    const read = await harness.as(city.clerk)(readDirective, { params: { id: kept.id } });
    expect(read).toEqual(kept);
  });

  const nobody = '01890000-0000-7000-8000-000000000000';
  const cases = (): [what: string, parts: object, code: string, path: string][] => [
    [
      'a unit that does not exist',
      { addressees: [{ unitId: nobody, picId: null, nominationDueOn: null }] },
      'directive-units-unknown',
      'addressees.0.unitId',
    ],
    ['a reviewer who reviews nothing', { reviewerId: city.headPu.id }, 'directive-reviewer-unfit', 'reviewerId'],
    ['a reviewer who is nobody', { reviewerId: nobody }, 'directive-reviewer-unfit', 'reviewerId'],
    ['a giver who is nobody', { givenById: nobody }, 'directive-person-unknown', 'givenById'],
    [
      'a person in charge of another unit',
      { addressees: [{ unitId: city.units.pu, picId: city.staffHealth.id, nominationDueOn: null }] },
      'directive-person-outside-unit',
      'addressees.0.picId',
    ],
    ['a deadline before the meeting', { deadline: '2022-03-14' }, 'directive-day-too-early', 'deadline'],
    [
      'a nomination before the meeting',
      { addressees: [{ unitId: city.units.pu, picId: null, nominationDueOn: '2022-03-01' }] },
      'directive-day-too-early',
      'addressees.0.nominationDueOn',
    ],
  ];
  it('refuses what the city does not know or time does not allow, and keeps nothing of it', async () => {
    for (const [what, parts, code, path] of cases()) {
      const kept = await rakorsus.keep({});
      const call = harness.as(city.clerk);
      const problem = await harness.refusal(
        call(changeDirective, { params: { id: kept.id }, body: { version: 1, words: 'Lain', ...parts } }),
      );
      expect(problem, what).toMatchObject({ status: 422, code });
      expect(problem.issues, what).toMatchObject([{ path }]);
      expect(await call(readDirective, { params: { id: kept.id } }), what).toEqual(kept);
    }
  });

  it('refuses a unit that was closed, and a deadline that passed while the meeting ran on', async () => {
    const other = await startHarness({ now: '2022-03-15T23:30:00+08:00' });
    try {
      const town = await smallCity(other);
      const night = holdRakorsus(other, town);
      await other.db.updateTable('identity.unit_version').set({ valid_to: '2022-03-01' }).where('unit_id', '=', town.units.water).execute();
      const kept = await night.keep({ deadline: '2022-03-15' });
      const call = other.as(town.clerk);
      const addressees = [{ unitId: town.units.water, picId: null, nominationDueOn: '2022-03-18' }];
      const closed = await other.refusal(call(changeDirective, { params: { id: kept.id }, body: { version: 1, addressees } }));
      expect(closed.code).toBe('directive-units-unknown');
      other.clock.set('2022-03-16T00:30:00+08:00');
      const past = await other.refusal(call(changeDirective, { params: { id: kept.id }, body: { version: 1, deadline: '2022-03-15' } }));
      expect(past.detail).toContain('Rabu, 16 Maret 2022');
      // What was right when it was kept does not keep the rest from being mended.
      const mended = await call(changeDirective, { params: { id: kept.id }, body: { version: 1, measure: 'Selesai' } });
      expect(mended).toMatchObject({ deadline: '2022-03-15', measure: 'Selesai' });
      // And past midnight the numbers stay with the meeting.
      expect((await night.keep({})).number).toBe('A-2022-03-15/02');
    } finally {
      await other.close();
    }
  });
});

describe('lists', () => {
  it('pages from the newest to the oldest without a gap or a double', async () => {
    const call = harness.as(city.mayor);
    const whole = await call(listDirectives, { query: { limit: 200 } });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await call(listDirectives, { query: { limit: 3, ...(cursor && { cursor }) } });
      seen.push(...page.items.map((one) => one.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(whole.items.map((one) => one.id));
    expect(new Set(seen).size).toBe(seen.length);
    const forged = await harness.refusal(call(listDirectives, { query: { cursor: 'bm9uc2Vuc2U' } }));
    expect(forged).toMatchObject({ status: 422, code: 'input-invalid' });
  });

  it('narrows by meeting, unit, state and what is asked', async () => {
    const other = holdRakorsus(harness, city);
    const whole = await other.keep(completeParts(city, [city.units.water]));
    const bare = await other.keep({ words: 'Belum lengkap.' });
    const call = harness.as(city.mayor);
    const idsOf = async (query: Parameters<typeof listFor>[0]): Promise<string[]> => (await listFor(query)).map((one) => one.id).toSorted();
    const listFor = async (query: object) => (await call(listDirectives, { query: { meetingId: other.meetingId, ...query } })).items;
    expect(await idsOf({})).toEqual([whole.id, bare.id].toSorted());
    expect(await idsOf({ only: 'incomplete' })).toEqual([bare.id]);
    expect(await idsOf({ unitId: city.units.water })).toEqual([whole.id]);
    expect(await idsOf({ unitId: city.units.pu })).toEqual([]);
    expect(await idsOf({ state: 'issued' })).toEqual([]);
    expect(await idsOf({ q: 'LENGKAP belum' })).toEqual([bare.id]);
    expect(await idsOf({ q: whole.number })).toEqual([whole.id]);
    const ofWater = await harness.as(city.headWater)(listDirectives, { query: { only: 'mine' } });
    expect(ofWater.items.map((one) => one.id)).toEqual([whole.id]);
  });

  it('exports what is listed, with no cell a spreadsheet would run', async () => {
    const other = holdRakorsus(harness, city);
    await other.keep({ words: '=HYPERLINK("http://example.test","klik")' });
    await other.keep({ words: 'Kata, "kutip"\ndan baris' });
    const csv = await harness.callRaw(city.mayor, { method: 'GET', url: `${exportDirectives.path}?meetingId=${other.meetingId}` });
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body.startsWith('\uFEFF')).toBe(true);
    const rows = parse(csv.body, { bom: true, columns: true }) as Record<string, string>[];
    expect(new Set(rows.map((row) => row['Arahan']))).toEqual(
      new Set([`'=HYPERLINK("http://example.test","klik")`, 'Kata, "kutip"\ndan baris']),
    );
    expect(rows[0]).toMatchObject({ Keadaan: 'dicatat, belum terbit', Pemberi: city.mayor.name });
  });
});
