import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { OpenDatabase } from '../database/open.ts';
import { freshDatabase } from '../testing/test-database.ts';
import { openJobs } from './jobs.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

it('goes on with the next job at once, so that the letters of one evening do not wait for each other’s second', async () => {
  const done: unknown[] = [];
  const jobs = await openJobs({
    db: database,
    definitions: [],
    isWorking: true,
    run: async (job) => void done.push(job.payload['n']),
    onError: (error) => {
      throw error;
    },
  });
  try {
    // More than fit into this test's minute at one a second.
    const letters = Array.from({ length: 150 }, (_, n) => ({ name: 'letter', payload: { n } }));
    await jobs.store(database, letters);
    jobs.wake();
    await vi.waitFor(() => expect(done).toHaveLength(letters.length), { timeout: 55_000, interval: 100 });
  } finally {
    await jobs.stop();
  }
});
