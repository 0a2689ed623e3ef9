import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandIn, UnclearCommand } from './arguments.ts';

const main = join(import.meta.dirname, 'main.ts');
const model = `[TITLE]
Two ditches
[OPTIONS]
FLOW_UNITS LPS
FLOW_ROUTING DYNWAVE
END_TIME 0:30
REPORT_STEP 0:01
ROUTING_STEP 5
[JUNCTIONS]
N0 1 1
N1 0.5 1
[OUTFALLS]
OUT 0 FREE
[CONDUITS]
C0 N0 N1 100 0.02 0 0
C1 N1 OUT 100 0.02 0 0
[XSECTIONS]
C0 RECT_OPEN 1 1 0 0
C1 RECT_OPEN 1 1 0 0
[INFLOWS]
N0 FLOW "" FLOW 1 1 200
[FILES]
SAVE HOTSTART end.hsf
[REPORT]
NODES ALL
LINKS ALL
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drainage-cli-'));
  writeFileSync(join(folder, 'm.inp'), model);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function called(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
    });
  });
}

describe('the command line', () => {
  test.each([
    [['run'], /Give one model/],
    [['run', 'a.inp', '--engine', 'magic'], /own, reference, runswmm/],
    [['run', 'a.inp', '--threads', '1.5'], /whole number/],
    [['compare', 'a.out'], /two .out files/],
    [['rank'], /no command/],
    [['run', 'a.inp', '--speed'], /--speed/],
  ])('%j is refused with what to write instead', (words, message) => {
    expect(() => commandIn(words)).toThrow(UnclearCommand);
    expect(() => commandIn(words)).toThrow(message);
  });

  test('a model runs in both engines and the results are compared', async () => {
    expect(await called('run', 'm.inp', '--out', 'own.out', '--report', 'own.txt')).toMatchObject({ code: 0, stdout: '' });
    expect(await called('run', 'm.inp', '--out', 'swmm.out', '--report', 'swmm.txt', '--engine', 'reference')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'own.txt'), 'utf8')).toMatch(/Link Flow Summary[^]*C1 +CONDUIT +\d/);
    expect(readFileSync(join(folder, 'end.hsf')).subarray(0, 15).toString('latin1')).toBe('SWMM5-HOTSTART4');
    const { code, stdout } = await called('compare', 'own.out', 'swmm.out');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Peak flow +median 0\.\d+ %/m);
  });

  test('runoff and rain are saved, and used in their place by either engine', async () => {
    const town = model.replace('SAVE HOTSTART end.hsf', 'SAVE RUNOFF town.rof\nSAVE RAINFALL town.rff').replace(
      '[JUNCTIONS]',
      `[RAINGAGES]
G VOLUME 0:05 1 FILE rain.dat A MM
[SUBCATCHMENTS]
S G N0 2 60 100 1 0
[SUBAREAS]
S 0.015 0.2 1.5 4 25 OUTLET
[INFILTRATION]
S 60 8 4 7 0
[JUNCTIONS]`,
    );
    writeFileSync(join(folder, 'rain.dat'), 'A 2004 1 1 0 5 4\nA 2004 1 1 0 10 2\n');
    writeFileSync(join(folder, 'town.inp'), town);
    writeFileSync(join(folder, 'again.inp'), town.replaceAll('SAVE', 'USE').replace('rain.dat', 'lost.dat'));
    expect(await called('run', 'town.inp', '--out', 'town.out', '--report', 'town.txt')).toMatchObject({ code: 0 });
    for (const engine of ['own', 'reference'])
      expect(await called('run', 'again.inp', '--out', `${engine}.out`, '--report', 'again.txt', '--engine', engine)).toMatchObject({
        code: 0,
      });
    expect((await called('compare', 'own.out', 'town.out')).stdout).toMatch(/^Peak flow +median 0\.00 %/m);
    expect((await called('compare', 'own.out', 'reference.out')).stdout).toMatch(/^Peak flow +median 0\.\d+ %/m);
    writeFileSync(join(folder, 'town.rof'), 'SWMM5-RUNOFF');
    const { code, stderr } = await called('run', 'again.inp');
    expect(code).toBe(1);
    expect(stderr.trim()).toMatch(
      /^Byte 12 of the interface file: expected the model's number of catchments, 1, found the end of the file\.$/m,
    );
  }, 30_000);

  test('networks that no water joins run side by side, one network in one thread', async () => {
    const two = model
      .replace('[OUTFALLS]', 'M0 1 1\n[OUTFALLS]')
      .replace('[CONDUITS]', 'SEA 0 FREE\n[CONDUITS]')
      .replace('[XSECTIONS]', 'D0 M0 SEA 100 0.02 0 0\n[XSECTIONS]')
      .replace('[INFLOWS]', 'D0 RECT_OPEN 1 1 0 0\n[INFLOWS]')
      .replace('[FILES]\nSAVE HOTSTART end.hsf\n', 'M0 FLOW "" FLOW 1 1 100\n');
    writeFileSync(join(folder, 'two.inp'), two);
    const apart = await called('run', 'two.inp', '--out', 'apart.out', '--report', 'apart.txt', '--threads', '4');
    expect(apart).toMatchObject({ code: 0 });
    expect(apart.stderr).not.toMatch(/One thread/);
    expect(await called('run', 'two.inp', '--out', 'whole.out', '--report', 'whole.txt')).toMatchObject({ code: 0 });
    expect((await called('compare', 'apart.out', 'whole.out')).stdout).toMatch(/^Peak flow +median 0\.00 %, p95 0\.0\d %/m);
    expect((await called('run', 'm.inp', '--threads', '2')).stderr).toMatch(/One thread is used/);
  });

  test('a faulty model ends with its line, without a stack', async () => {
    writeFileSync(join(folder, 'faulty.inp'), model.replace('C0 N0 N1 100', 'C0 N0 N1 zero'));
    const { code, stderr } = await called('run', 'faulty.inp');
    expect(code).toBe(1);
    expect(stderr.trim()).toBe('line 15 [CONDUITS]: expected a length, a number, found "zero"');
  });

  test('a missing file and a file of another kind are told', async () => {
    expect((await called('run', 'none.inp')).stderr).toMatch(/no such file/);
    expect((await called('compare', 'm.inp', 'm.inp')).stderr).toMatch(/no SWMM output/);
  });
});
