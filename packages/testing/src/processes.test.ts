import { expect, it } from 'vitest';
import { startProcess } from './processes.ts';

const script = (code: string): string[] => ['--input-type=module', '-e', code];

it('waits for the ready line, hands on the environment, and stops by signal', async () => {
  const child = await startProcess({
    args: script("console.log('starting'); console.log('ready ' + process.env.COLOUR); setInterval(() => {}, 1000);"),
    env: { COLOUR: 'sea blue' },
    readyWhen: /^ready/,
  });
  expect(child.readyLine).toBe('ready sea blue');
  expect(child.lines()).toEqual(['starting', 'ready sea blue']);
  expect(() => process.kill(child.pid, 0)).not.toThrow();
  expect(await child.stop()).toEqual({ code: null, signal: 'SIGTERM' });
  expect(() => process.kill(child.pid, 0)).toThrow();
});

it('hands on nothing else of our environment', async () => {
  process.env['PROCESSES_TEST_SECRET'] = 'x';
  try {
    const child = await startProcess({
      args: script("console.log('ready ' + ('PROCESSES_TEST_SECRET' in process.env)); setInterval(() => {}, 1000);"),
      readyWhen: /^ready/,
    });
    expect(child.readyLine).toBe('ready false');
    await child.stop('SIGKILL');
  } finally {
    delete process.env['PROCESSES_TEST_SECRET'];
  }
});

it('reports what a process said that ended before it was ready', async () => {
  const start = startProcess({ args: script("console.error('no such city'); process.exit(3);"), readyWhen: /ready/ });
  await expect(start).rejects.toMatchObject({ name: 'ProcessNotReady', end: { code: 3 }, lines: ['no such city'] });
});

it('ends a process that never gets ready', async () => {
  const start = startProcess({
    args: script("console.log('pid ' + process.pid); setInterval(() => {}, 1000);"),
    readyWhen: /ready/,
    withinMs: 700,
  });
  const error: unknown = await start.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'ProcessNotReady' });
  const pid = Number(/pid (\d+)/.exec(String(error))?.[1]);
  expect(pid).toBeGreaterThan(0);
  expect(() => process.kill(pid, 0)).toThrow();
});
