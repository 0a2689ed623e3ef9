import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GivenDirective } from '../domain/happened.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { sampleMinutes } from '../testing/sample-minutes.ts';
import { printMinutes } from './minutes-document.ts';

const read = async (...more: Parameters<typeof sampleMinutes>): Promise<ReturnType<typeof readPdf>> =>
  readPdf(await printMinutes(sampleMinutes(...more)));
const flat = (pages: readonly string[]): string => pages.join(' ').replaceAll(/\s+/g, ' ');
const directive = (words: string): GivenDirective => ({
  number: 'A-2022-03-15/01',
  words,
  agendaItemId: null,
  givenBy: null,
  addressees: ['semua kecamatan', 'diteruskan ke kelurahan'],
  deadline: '2022-03-31',
  measure: '40 saluran bersih',
  reviewer: { name: 'Rahma Contoh', title: 'Asisten Pemerintahan dan Kesejahteraan Rakyat' },
});

describe('the printed minutes', () => {
  it('hold head, facts, words, directives, close, both names, digest and the attendance list', async () => {
    const { pages } = await read();
    const text = flat(pages);
    for (const part of [
      'PEMERINTAH KOTA MAKASSAR SEKRETARIAT DAERAH NOTULEN RAPAT',
      'Waktu19.00 WITA sampai Rabu, 16 Maret 2022, 01.50 WITA',
      'Rapat Koordinasi Khusus Februari 2022, Selasa, 15 Februari 2022',
      'Solusi: kerja bersama.',
      '2022/03-3',
      'Rapat ditutup pukul 01.50 WITA pada Rabu, 16 Maret 2022.',
      'Makassar, 16 Maret 2022',
      'Disahkan secara elektronik 16 Maret 2022, 10.00 WITA Andi Baso Contoh Wali Kota',
      'abff'.repeat(16),
      'Ṣāliḥ “Tamu” Contoh',
      '19.20 WITA, pulang 22.00 WITA',
      'Perangkat daerah yang diundang dan tidak hadir (2) Kecamatan Manggala Perumda Air Minum',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('RANCANGAN');
    pages.forEach((page, index) => expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`));
  });

  it('say of a draft that it is one, on the first page and at every foot', async () => {
    const { pages } = readPdf(await printMinutes({ ...sampleMinutes(), approval: null }));
    expect(pages[0]).toContain('RANCANGAN, belum disahkan');
    for (const page of pages) expect(page).toContain('RANCANGAN notulen versi 1');
    expect(flat(pages)).toContain('Belum disahkan');
  });

  it('say in whose name somebody else approved them', async () => {
    const sample = sampleMinutes();
    const approval = { ...sample.approval!, by: { name: 'Burhan Contoh', title: 'Asisten II' }, isForChair: true };
    const { pages } = readPdf(await printMinutes({ ...sample, approval }));
    expect(flat(pages)).toMatch(/a\.n\. Wali Kota Disahkan secara elektronik .* Burhan Contoh Asisten II/);
  });

  it('are equal bytes for equal minutes', async () => {
    const [one, other] = [await printMinutes(sampleMinutes()), await printMinutes(sampleMinutes())];
    expect(one.equals(other)).toBe(true);
  });

  it('can be read aloud: tagged, in Indonesian, with a title, and headings for the tables', async () => {
    const { raw } = await read();
    for (const part of [
      '/MarkInfo',
      '/Marked true',
      '/Lang (id-ID)',
      '/DisplayDocTitle true',
      '/S /H1',
      '/S /H2',
      '/S /TH',
      '/Scope /Column',
    ])
      expect(raw).toContain(part);
  });

  it('lose no word, however long a directive is', async () => {
    const words = Array.from({ length: 900 }, (_, index) => `kata${index}`);
    const { pages } = await read({ happened: { directives: [directive(words.join(' '))] } });
    const said = new Set(flat(pages).split(' '));
    expect(words.filter((word) => !said.has(word))).toEqual([]);
    expect(pages.length).toBeGreaterThan(3);
  });

  it('never cut an office or a number in two', async () => {
    const { pages } = await read({ happened: { directives: [directive('Keruk.')] } });
    const lines = pages.join('\n').split('\n');
    for (const piece of ['A-2022-03-15/01', 'Kesejahteraan', 'Pemerintahan']) expect(lines.some((line) => line.includes(piece))).toBe(true);
  });

  it('keep the end of the meeting and both names on one page, wherever it falls', { timeout: 60_000 }, async () => {
    for (let count = 1; count <= 14; count += 1) {
      const { pages } = await read({ happened: { directives: Array.from({ length: count }, () => directive('Keruk saluran tersier.')) } });
      const closing = pages.find((page) => page.includes('D. Penutup'))!;
      for (const part of ['Rapat ditutup pukul', 'Nurul Contoh', 'Andi Baso Contoh', 'Sidik isi']) expect(closing).toContain(part);
    }
  });

  it('come out whatever somebody wrote', async () => {
    const hostile = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(hostile, async (words) => {
        const { pages } = await read({ version: { summary: words, sections: [] }, happened: { title: words, directives: [] } });
        expect(pages.length).toBeGreaterThanOrEqual(2);
        expect(flat(pages)).toContain('B. Pembahasan');
      }),
      { numRuns: 25 },
    );
  });
});
