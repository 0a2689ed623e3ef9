import { describe, expect, it } from 'vitest';
import { SharedReading } from './shared-reading.ts';

/** Works that end when they are told to; `begun` names them in the order they began. */
function works(): {
  begun: string[];
  work: (name: string) => () => Promise<string>;
  end: (name: string) => void;
  fail: (name: string) => void;
} {
  const begun: string[] = [];
  const open = new Map<string, PromiseWithResolvers<string>>();
  return {
    begun,
    work: (name) => () => {
      begun.push(name);
      const one = Promise.withResolvers<string>();
      open.set(name, one);
      return one.promise;
    },
    end: (name) => open.get(name)!.resolve(name),
    fail: (name) => open.get(name)!.reject(new Error(name)),
  };
}

const source = {};
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('shared reading', () => {
  it('lets who comes while one runs share the next, never the running one', async () => {
    const shared = new SharedReading<string>();
    const { begun, work, end } = works();
    const first = shared.read(source, 'a', work('first'));
    const second = shared.read(source, 'a', work('second'));
    const third = shared.read(source, 'a', work('third'));
    expect(begun).toEqual(['first']);
    end('first');
    expect(await first).toBe('first');
    await settle();
    expect(begun).toEqual(['first', 'third']);
    const fourth = shared.read(source, 'a', work('fourth'));
    end('third');
    expect(await Promise.all([second, third])).toEqual(['third', 'third']);
    await settle();
    end('fourth');
    expect(await fourth).toBe('fourth');
    expect(begun).toEqual(['first', 'third', 'fourth']);
  });

  it('tells an error to all who share it and to nobody after them', async () => {
    const shared = new SharedReading<string>();
    const { work, end, fail } = works();
    const first = shared.read(source, 'a', work('first'));
    const joined = [shared.read(source, 'a', work('second')), shared.read(source, 'a', work('third'))];
    fail('first');
    await expect(first).rejects.toThrow('first');
    await settle();
    const after = shared.read(source, 'a', work('after'));
    fail('third');
    for (const one of joined) await expect(one).rejects.toThrow('third');
    await settle();
    end('after');
    expect(await after).toBe('after');
  });

  it('passes on to the next when a work throws before it waits', async () => {
    const shared = new SharedReading<string>();
    const first = shared.read(source, 'a', () => {
      throw new Error('at once');
    });
    await expect(first).rejects.toThrow('at once');
    expect(await shared.read(source, 'a', () => Promise.resolve('again'))).toBe('again');
  });

  it('keeps keys and sources apart', () => {
    const shared = new SharedReading<string>();
    const { begun, work } = works();
    void shared.read(source, 'a', work('a'));
    void shared.read(source, 'b', work('b'));
    void shared.read({}, 'a', work('elsewhere'));
    expect(begun).toEqual(['a', 'b', 'elsewhere']);
  });

  it('keeps nothing: who asks later reads anew', async () => {
    const shared = new SharedReading<string>();
    expect(await shared.read(source, 'a', () => Promise.resolve('before'))).toBe('before');
    expect(await shared.read(source, 'a', () => Promise.resolve('after'))).toBe('after');
  });
});
