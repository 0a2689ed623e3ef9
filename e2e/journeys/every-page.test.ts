import { pageOf } from '@makaverse/contract/pages';
import { describe, expect, it } from 'vitest';
import { desk, expectAccessible, journey, phone, type Look } from '../support/journey.ts';

const system = journey();

interface Brief {
  readonly id: string;
}

/** Addresses of every kind of page, with records of the story that exist. */
async function addresses(): Promise<string[]> {
  const page = await system.enter('mayor');
  const first = async (path: string): Promise<string> => {
    const reply = (await (await page.request.get(path)).json()) as { items: Brief[] };
    expect(reply.items.length, path).toBeGreaterThan(0);
    return reply.items[0]!.id;
  };
  const meetings = (await (await page.request.get('/api/meetings')).json()) as { items: { id: string; kind: string; state: string }[] };
  const rakorsus = meetings.items.find((one) => one.kind === 'rakorsus')!.id;
  const refresh = meetings.items.find((one) => one.kind === 'refresh')!.id;
  const directive = await first(`/api/directives?meetingId=${rakorsus}`);
  const programme = await first('/api/programmes');
  await page.context().close();
  return [
    pageOf.today(),
    pageOf.mayor(),
    pageOf.meetings(),
    pageOf.newMeeting(),
    pageOf.meeting(rakorsus),
    pageOf.meetingAgenda(refresh),
    pageOf.attendance(rakorsus),
    pageOf.minutes(rakorsus),
    pageOf.refresh(refresh),
    pageOf.roomScreen(rakorsus),
    pageOf.chair(refresh),
    pageOf.clerk(refresh),
    pageOf.directives(),
    pageOf.directive(directive),
    pageOf.cascade(directive),
    pageOf.task(await firstTask(directive)),
    pageOf.heatMap(),
    pageOf.nominations(),
    pageOf.nomination(await first('/api/nominations')),
    pageOf.programmes(),
    pageOf.programme(programme),
    ...['tonggak', 'uang', 'indikator', 'lokasi', 'dokumen', 'berkas'].map((part) => `${pageOf.programmePlan(programme)}?bagian=${part}`),
    pageOf.directory(),
    pageOf.unit(await first('/api/units')),
    pageOf.person(await first('/api/people')),
    pageOf.account(),
    pageOf.mailbox(),
    '/tidak/ada',
  ];

  async function firstTask(id: string): Promise<string> {
    const reply = (await (await page.request.get(`/api/directives/${id}/cascade`)).json()) as { tasks: Brief[] };
    return reply.tasks[0]!.id;
  }
}

const looks: readonly Look[] = [desk, { ...phone, language: 'en', theme: 'dark' }];

describe.each(looks)('every page at $width px in $language, $theme', (look) => {
  it('opens, holds no accessibility violation, no error and nothing wider than the window', async () => {
    const page = await system.enter('mayor', look);
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      // A refused request is told by the page itself; the console repeats it.
      if (message.type() === 'error' && !message.text().includes('Failed to load resource')) troubles.push(message.text());
    });
    for (const address of await addresses()) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      await page.locator('h1, [role=alert]').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${address} is too wide`).toBeLessThanOrEqual(0);
      await expectAccessible(page).catch((error: unknown) => {
        throw new Error(`${address}: ${(error as Error).message}`);
      });
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe('signed out', () => {
  it('leads to the sign-in page, which offers the personas', async () => {
    const page = await (await system.browser().newContext()).newPage();
    await page.goto(system.url() + pageOf.directives());
    await page.waitForURL(/\/masuk/);
    await page
      .getByRole('button', { name: /Wali Kota/ })
      .first()
      .click();
    await page.waitForURL(new RegExp(pageOf.directives()));
    await page.context().close();
  });
});
