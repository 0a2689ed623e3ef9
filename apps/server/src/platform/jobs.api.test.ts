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

it('does in a working process, too, those of a kind together, each tried again by itself', async () => {
  const rounds: number[][] = [];
  const isFirst = new Set<number>();
  const reported: unknown[] = [];
  const jobs = await openJobs({
    db: database,
    definitions: [jobTogether<{ n: number }>('round', () => Promise.resolve([]))],
    isWorking: true,
    run: async (_, payloads) => {
      const numbers = payloads.map((payload) => payload['n'] as number);
      rounds.push(numbers);
      // The fifth fails the first time it comes.
      return numbers.map((n) => (n === 5 && !isFirst.has(n) ? (isFirst.add(n), new Error('not yet')) : null));
    },
    onError: (error) => reported.push(String(error)),
  });
  try {
    await jobs.store(
      database,
      Array.from({ length: 30 }, (_, n) => ({ name: 'round', payload: { n } })),
    );
    jobs.wake();
    await vi.waitFor(() => expect(rounds.flat().length).toBeGreaterThan(30), 30_000);
    expect(Math.max(...rounds.map((round) => round.length))).toBeGreaterThan(1);
    const count = (n: number): number => rounds.flat().filter((one) => one === n).length;
    expect(Array.from({ length: 30 }, (_, n) => count(n))).toEqual(Array.from({ length: 30 }, (_, n) => (n === 5 ? 2 : 1)));
    expect(reported).toEqual(['Error: not yet']);
  } finally {
    await jobs.stop();
  }
});

it('does one by one what cannot be done together because of one of them', async () => {
  const done: number[] = [];
  const jobs = await openJobs({
    db: database,
    definitions: [jobTogether<{ n: number }>('fragile', () => Promise.resolve([]))],
    isWorking: false,
    run: async (_, payloads) => {
      if (payloads.some((payload) => payload['n'] === 2)) throw new Error('broken');
      done.push(...payloads.map((payload) => payload['n'] as number));
      return payloads.map(() => null);
    },
    onError: (error) => {
      throw error;
    },
  });
  try {
    await jobs.store(
      database,
      [1, 2, 3].map((n) => ({ name: 'fragile', payload: { n } })),
    );
    await expect(jobs.settle()).rejects.toThrow('broken');
    expect(done.toSorted((one, other) => one - other)).toEqual([1, 3]);
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
