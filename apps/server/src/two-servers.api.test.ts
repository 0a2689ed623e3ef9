import { foundUnit } from '@makaverse/contract/identity-directory';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstAdministrator, startWholeServer, type RunningServer } from './testing/running-server.ts';
import { freshDatabase } from './testing/test-database.ts';

let first: RunningServer;
let second: RunningServer;
beforeAll(async () => {
  const database = await freshDatabase();
  await database.close();
  first = await startWholeServer({ DATABASE_URL: database.url });
  second = await startWholeServer({ DATABASE_URL: database.url });
});
afterAll(async () => {
  await Promise.all([first, second].map((server) => server?.process.stop()));
});

it('tells on one server what changed through the other', async () => {
  const cookie = await firstAdministrator(first);
  const stream = await fetch(`${second.origin}/api/live?topics=directory:units`, { headers: { cookie } });
  expect(stream.status).toBe(200);
  expect(stream.headers.get('content-security-policy')).toContain("default-src 'self'");
  const said = untilChanged(stream, 'directory:units');
  const unit = await first.as(cookie)(foundUnit, {
    body: {
      code: '1.03.01',
      kind: 'agency',
      name: 'Dinas Contoh',
      shortName: 'Contoh',
      parentId: null,
      presentingGroup: null,
      validFrom: '2022-01-01',
    },
  });
  expect(unit.name).toBe('Dinas Contoh');
  await expect(said).resolves.toBe(true);
});

/** Reads a live stream until it names the topic; false when the stream ends before. */
async function untilChanged(stream: Response, topic: string): Promise<boolean> {
  let heard = '';
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return false;
    heard += value;
    if (heard.includes(`data: ${topic}`)) {
      await reader.cancel();
      return true;
    }
  }
}
