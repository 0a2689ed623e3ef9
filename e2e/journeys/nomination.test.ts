import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journey } from '../support/journey.ts';
import { choose, followAsk, headingSays, lookAs, press, shows } from '../support/moves.ts';

const system = journey();
const programme = 'Taman baca di tepi kanal';
const unit = 'Dinas Pekerjaan Umum';
const head = 'Kepala Dinas PU';
/** An ask about this seat: the same person may well stand before the same unit for a directive of the told city. */
const ofThisSeat = (ask: string): RegExp => new RegExp(`${RegExp.escape(ask)}.*${programme}`, 's');
/** The head is asked for another name; why differs from step to step. */
const anew = ofThisSeat(unit);
const appointedHere = ofThisSeat(`Anda ditunjuk sebagai penanggung jawab ${unit}`);

/** One seat of one programme, from the empty chair to a person in charge who said yes, and to his successor. */
describe('a nomination', () => {
  /** The desk on which the demo's personas take turns. */
  let desk: Page;
  /** The nominee has no button in the demo's bar: he comes in through the link mailed to him, like everybody else. */
  let nominee: Page;
  let programmePath = '';
  const names = { nominee: '', head: '' };

  /** The persona finds the ask on his page, and its one button leads to where it is done. */
  const answers = async (persona: string, ask: RegExp): Promise<void> => {
    await lookAs(desk, persona);
    await followAsk(desk, ask);
    await desk.waitForURL(/\/usulan\//);
  };
  const proposes = async (ask: RegExp, person: string, reasons: string): Promise<void> => {
    await answers(head, ask);
    await press(desk, 'Usulkan');
    await choose(desk, 'Orang yang diusulkan', person, new RegExp(`^${RegExp.escape(person)}`));
    await shows(desk, `Beban dan catatan ${person}`);
    await desk.getByLabel('Mengapa orang ini').fill(reasons);
    await desk.locator('form').getByRole('button', { name: 'Usulkan' }).click();
    await shows(desk, 'menunggu telaah');
  };
  const isRecommendedAndAppointed = async (person: string): Promise<void> => {
    await answers('Asisten II', ofThisSeat(`Telaah usulan ${unit}: ${person}`));
    await press(desk, 'Rekomendasikan');
    await shows(desk, 'menunggu penunjukan');
    await answers('Wali Kota', ofThisSeat(`Tunjuk ${person} untuk ${unit}`));
    await press(desk, 'Tunjuk');
    await shows(desk, 'menunggu kesediaan');
  };
  const withReason = async (page: Page, move: string, label: string, reason: string): Promise<void> => {
    await press(page, move);
    await page.getByLabel(label).fill(reason);
    await page.locator('form').getByRole('button', { name: move }).click();
  };

  beforeAll(async () => {
    desk = await system.enter('admin');
    const { items } = (await (await desk.request.get('/api/people?q=Dinas+Pekerjaan+Umum&limit=50')).json()) as {
      items: { id: string; name: string; title: string }[];
    };
    const official = items.find((one) => !one.title.startsWith('Kepala Dinas'))!;
    names.nominee = official.name;
    names.head = items.find((one) => one.title === 'Kepala Dinas Pekerjaan Umum')!.name;

    await desk.goto(`/direktori/orang/${official.id}`);
    await press(desk, 'Kirim tautan masuk');
    await press(desk.getByRole('dialog'), 'Kirim tautan');
    await shows(desk, /Tautan masuk dikirim ke/);
    await desk.goto('/surat');
    await desk
      .locator('.mailbox-item')
      .filter({ hasText: names.nominee })
      .getByRole('link', { name: 'Undangan masuk ke Makaverse' })
      .click();
    const link = await desk.locator('.mailbox-letter a').first().getAttribute('href');
    nominee = await system.enter('inspector');
    await nominee.context().clearCookies();
    const { pathname, search } = new URL(link!);
    await nominee.goto(pathname + search);
    await nominee.getByLabel('Kata sandi baru').fill('saluran bersih 2022');
    await press(nominee, 'Simpan dan masuk');
    await shows(nominee, names.nominee);
  });
  afterAll(async () => {
    for (const page of [desk, nominee]) await page?.context().close();
  });

  it('begins with a programme: its unit is asked for a name', async () => {
    await lookAs(desk, 'Wali Kota');
    await desk.goto('/program');
    await press(desk, 'Mulai program');
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Nama program').fill(programme);
    await dialog.getByLabel('Hasil yang dituju').fill('Tiga taman baca dipakai warga setiap hari');
    await dialog.getByLabel('Bidang').fill('Pekerjaan umum');
    await choose(desk, 'Perangkat daerah dan penanggung jawab', unit, new RegExp(`^${unit}`));
    await choose(desk, 'Pembina', 'Asisten II', /Asisten II$/);
    await press(dialog, 'Mulai program');
    await headingSays(desk, programme);
    programmePath = new URL(desk.url()).pathname;
    await shows(desk, '1 perangkat daerah belum punya penanggung jawab yang bersedia.');
  });

  it('is proposed, returned with a reason, and proposed again', async () => {
    await proposes(ofThisSeat(`Usulkan penanggung jawab ${unit}`), names.nominee, 'Sudah membangun dua taman.');
    await answers('Asisten II', ofThisSeat(`Telaah usulan ${unit}: ${names.nominee}`));
    await withReason(desk, 'Kembalikan', 'Mengapa dikembalikan', 'Sebutkan siapa yang merawatnya sesudah dibangun.');
    await shows(desk, 'dikembalikan');
    const back = ofThisSeat(`Usulkan lagi penanggung jawab ${unit}`);
    await lookAs(desk, head);
    await followAsk(desk, back);
    await shows(desk, 'Sebutkan siapa yang merawatnya sesudah dibangun.');
    await proposes(back, names.nominee, 'Sudah membangun dua taman; lorong wisata yang merawatnya.');
  });

  it('is recommended and appointed; the person declines, for nobody is in charge unaware', async () => {
    await isRecommendedAndAppointed(names.nominee);
    await desk.goto(programmePath);
    await shows(desk, '1 perangkat daerah belum punya penanggung jawab yang bersedia.');
    await nominee.goto('/hari-ini');
    await followAsk(nominee, appointedHere);
    await withReason(nominee, 'Tolak', 'Mengapa Anda menolak', 'Saya memimpin dua pekerjaan lain sampai Juni.');
    await shows(nominee, 'ditolak yang ditunjuk');
  });

  it('goes to another, who proposes a third in his place', async () => {
    await proposes(anew, names.head, 'Saya pimpin sendiri sampai Juni.');
    await isRecommendedAndAppointed(names.head);
    await answers(head, appointedHere);
    await press(desk, 'Usulkan orang lain');
    await choose(desk, 'Orang yang diusulkan', names.nominee, new RegExp(`^${RegExp.escape(names.nominee)}`));
    await desk.getByLabel('Mengapa orang lain').fill('Pekerjaannya yang dua sudah selesai.');
    await desk.locator('form').getByRole('button', { name: 'Usulkan orang lain' }).click();
    await shows(desk, 'diusulkan orang lain');
  });

  it('is accepted; the programme names its person in charge only now', async () => {
    await proposes(anew, names.nominee, 'Sudah lepas dari pekerjaan lain.');
    await isRecommendedAndAppointed(names.nominee);
    await nominee.goto('/hari-ini');
    await followAsk(nominee, appointedHere);
    await press(nominee, 'Saya bersedia');
    await shows(nominee, 'diterima');
    await desk.goto(programmePath);
    await shows(desk, 'Setiap perangkat daerah punya penanggung jawab yang bersedia.');
    await shows(desk, names.nominee);
  });

  it('is filled anew when the person is replaced, with every step on record', async () => {
    await lookAs(desk, 'Wali Kota');
    await desk.goto(programmePath);
    await desk.goto(new URL(nominee.url()).pathname);
    await withReason(desk, 'Ganti penanggung jawab', 'Mengapa diganti', 'Pindah tugas bulan depan.');
    await shows(desk, 'menunggu usulan');
    await proposes(anew, names.head, 'Saya ambil alih.');
    await isRecommendedAndAppointed(names.head);
    await answers(head, appointedHere);
    await press(desk, 'Saya bersedia');
    await shows(desk, 'diterima');
    const story = await desk.locator('.mv-timeline').innerText();
    for (const step of ['mengembalikan usulan', 'menolak', 'sebagai gantinya', 'meminta pengganti', `${names.head} bersedia`]) {
      expect(story).toContain(step);
    }
    await desk.goto(programmePath);
    await shows(desk, 'Setiap perangkat daerah punya penanggung jawab yang bersedia.');
    // What was sent is not kept on the device: the next reason begins with an empty field.
    expect(await desk.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('makaverse.draft.')))).toEqual([]);
  });
});
