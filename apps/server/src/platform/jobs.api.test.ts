import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { OpenDatabase } from '../database/open.ts';
import { freshDatabase } from '../testing/test-database.ts';
import { jobTogether, openJobs } from './jobs.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

it('does those of a kind together that allows it, and tries again only what failed', async () => {
  const rounds: unknown[][] = [];
  const jobs = await openJobs({
    db: database,
    definitions: [jobTogether<{ n: number }>('round', () => Promise.resolve([]))],
    isWorking: false,
    run: async (name, payloads) => {
      rounds.push([name, ...payloads.map((payload) => payload['n'] as number).toSorted((one, other) => one - other)]);
      return payloads.map((payload) => (payload['n'] === 2 && payloads.length === 3 ? new Error('not yet') : null));
    },
    onError: (error) => {
      throw error;
    },
  });
  try {
    const due = (name: string, n: number): { name: string; payload: { n: number } } => ({ name, payload: { n } });
    await jobs.store(database, [due('round', 1), due('alone', 7), due('round', 2), due('alone', 8), due('round', 3)]);
    await expect(jobs.settle()).rejects.toThrow('not yet');
    expect(rounds.toSorted((one, other) => String(one).localeCompare(String(other)))).toEqual([
      ['alone', 7],
      ['alone', 8],
      ['round', 1, 2, 3],
    ]);
    // It comes back after its pause, and nothing else does.
    await vi.waitFor(async () => {
      await jobs.settle();
      expect(rounds.length).toBeGreaterThan(3);
    }, 30_000);
    expect(rounds.slice(3)).toEqual([['round', 2]]);
  } finally {
    await jobs.stop();
  }
});

it('goes on with the next job at once, so that the letters of one evening do not wait for each other’s second', async () => {
  const done: unknown[] = [];
  const jobs = await openJobs({
    db: database,
    definitions: [],
    isWorking: true,
    run: async (_, payloads) => payloads.map((payload) => (done.push(payload['n']), null)),
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
