import { ProblemError, Unreachable } from '@makaverse/client/call';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFailure, retryDelayMs, type OutboxEntry } from './outbox.ts';
import { Outbox, type OutboxPorts } from './outbox-sender.ts';

type Answer = 'kept' | 'lost' | 'unreachable' | 'busy' | 'refused';
const refusal = (status: number): ProblemError =>
  new ProblemError({ type: '', title: 'Rapat sudah ditutup', status, detail: '', code: 'meeting-closed' });

interface Line {
  readonly personId: string;
  readonly line: string;
}

/** A device and a server whose answers are given; `lost` keeps the line and loses the answer on the way back. */
function world(answers: Answer[] = []) {
  const device = new Map<string, OutboxEntry<Line>>();
  const server = new Map<string, string>();
  const sent: string[] = [];
  let due: (() => void) | null = null;
  const state: { person: string | null; isAlone: boolean; failsToWrite: boolean } = { person: 'p1', isAlone: true, failsToWrite: false };
  const ports: OutboxPorts<Line, { readonly words: string }> = {
    read: () => [...device.values()],
    write: (entry) => {
      if (state.failsToWrite) throw new Error('quota');
      device.set(entry.id, entry);
    },
    remove: (id) => void device.delete(id),
    send: async (entry) => {
      sent.push(entry.line);
      const answer = answers.shift() ?? 'kept';
      if (answer === 'unreachable') throw new Unreachable('x');
      if (answer === 'busy') throw refusal(503);
      if (answer === 'refused') throw refusal(409);
      if (!server.has(entry.id)) server.set(entry.id, entry.line);
      if (answer === 'lost') throw new Unreachable('x');
      return { words: entry.line };
    },
    mayGo: async () => {
      const { person } = state;
      return (entry) => entry.personId === person;
    },
    alone: async (work) => {
      if (state.isAlone) await work();
      return state.isAlone;
    },
    later: (_ms, run) => {
      due = run;
      return () => (due = null);
    },
    nowMs: () => 1000,
  };
  let outbox = new Outbox(ports);
  const entry = (line: string, personId = 'p1') => ({ id: `key ${line}`, personId, line });
  return {
    state,
    sent,
    outbox: () => outbox,
    keep: (line: string, personId?: string) => outbox.keep(entry(line, personId)),
    kept: () => [...server.values()],
    waiting: () => outbox.view().entries.map((one) => one.line),
    settle: async () => {
      // Everything above resolves in microtasks; a turn of the loop lets all of them through.
      await new Promise((done) => setTimeout(done, 0));
    },
    pass: async function pass() {
      const run = due;
      due = null;
      run?.();
      await this.settle();
      return run !== null;
    },
    restart: () => (outbox = new Outbox(ports)),
  };
}

describe('the outbox', () => {
  it('sends in order, one after another', async () => {
    const here = world();
    ['a', 'b', 'c'].forEach((line) => here.keep(line));
    await here.settle();
    expect(here.kept()).toEqual(['a', 'b', 'c']);
    expect(here.waiting()).toEqual([]);
    expect(
      here
        .outbox()
        .view()
        .sent.map((one) => one.words),
    ).toEqual(['c', 'b', 'a']);
  });

  it('keeps everything while the server cannot be reached, over a restart, and sends it then', async () => {
    const here = world(['unreachable', 'busy', 'unreachable']);
    here.keep('a');
    await here.settle();
    here.keep('b');
    await here.settle();
    expect(here.waiting()).toEqual(['a', 'b']);
    here.restart();
    expect(here.waiting()).toEqual(['a', 'b']);
    await here.outbox().wake();
    expect(here.kept()).toEqual([]);
    expect(await here.pass()).toBe(true);
    expect(here.kept()).toEqual(['a', 'b']);
    expect(here.waiting()).toEqual([]);
  });

  it('lets what was refused stand, with the reason, and goes on', async () => {
    const here = world(['refused']);
    here.keep('a');
    here.keep('b');
    await here.settle();
    expect(here.kept()).toEqual(['b']);
    expect(here.outbox().view().entries).toMatchObject([{ line: 'a', refusal: { title: 'Rapat sudah ditutup' } }]);
    expect(await here.pass()).toBe(false);
    expect(here.outbox().replace('key a', { id: 'new', line: 'a2' })).toBe(true);
    await here.settle();
    expect(here.kept()).toEqual(['b', 'a2']);
  });

  it('sends nothing under another name', async () => {
    const here = world();
    here.state.person = 'p2';
    here.keep('a');
    await here.settle();
    expect(here.sent).toEqual([]);
    here.state.person = 'p1';
    await here.pass();
    expect(here.kept()).toEqual(['a']);
  });

  it('does not change what may be with the server already', async () => {
    const here = world(['lost']);
    here.keep('a');
    await here.settle();
    expect(here.outbox().hold('key a')).toBe(false);
    expect(here.outbox().replace('key a', { id: 'new', line: 'x' })).toBe(false);
    await here.pass();
    expect(here.kept()).toEqual(['a']);
  });

  it('holds back what is being changed and what comes after it', async () => {
    const here = world(['unreachable', 'unreachable', 'unreachable']);
    here.keep('a');
    await here.settle();
    here.keep('b');
    await here.settle();
    expect(here.outbox().hold('key b')).toBe(true);
    here.keep('c');
    await here.settle();
    await here.pass();
    expect(here.kept()).toEqual(['a']);
    expect(here.outbox().replace('key b', { id: 'new b', line: 'b2' })).toBe(true);
    await here.settle();
    expect(here.kept()).toEqual(['a', 'b2', 'c']);
  });

  it('tells the caller when the device has no room, and leaves the sending to another window', async () => {
    const here = world();
    here.state.isAlone = false;
    here.keep('a');
    await here.settle();
    expect(here.sent).toEqual([]);
    here.state.isAlone = true;
    await here.pass();
    expect(here.kept()).toEqual(['a']);
    here.state.failsToWrite = true;
    expect(() => here.keep('b')).toThrow('quota');
  });

  it('loses nothing, doubles nothing and mixes nothing up, whatever the network does', async () => {
    const answer = fc.constantFrom<Answer>('kept', 'lost', 'unreachable', 'busy');
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { maxLength: 20 }), fc.integer({ min: 1, max: 6 }), async (answers, count) => {
        const here = world([...answers]);
        const lines = Array.from({ length: count }, (_, index) => `line ${index}`);
        for (const line of lines) {
          here.keep(line);
          if (answers.length % 2 === 0) await here.settle();
        }
        await here.settle();
        for (let turn = 0; turn <= answers.length; turn += 1) await here.pass();
        expect(here.kept()).toEqual(lines);
        expect(here.waiting()).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

it('tries again what may pass and not what was decided', () => {
  const entry = { id: 'a', attempts: 0, refusal: null } as OutboxEntry;
  for (const status of [401, 408, 429, 500, 503])
    expect(afterFailure(entry, refusal(status))).toMatchObject({ attempts: 1, refusal: null });
  for (const status of [403, 404, 409, 422]) expect(afterFailure(entry, refusal(status)).refusal).not.toBeNull();
  expect(afterFailure(entry, new SyntaxError('a proxy answered with HTML'))).toMatchObject({ attempts: 1, refusal: null });
  expect([1, 2, 3, 20].map(retryDelayMs)).toEqual([1000, 2000, 4000, 30_000]);
});
