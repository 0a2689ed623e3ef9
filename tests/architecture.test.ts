import { describe, expect, it } from 'vitest';
import { importsOf, readSources, type SourceFile } from './house/source-files.ts';
import { rules } from './house/rules.ts';
import { offenders } from './house/planted-offenders.ts';

const root = new URL('..', import.meta.url).pathname;
const files = readSources(root, ['apps', 'packages', 'e2e', 'bench', 'scripts', 'tests']);

describe('the rules of the house', () => {
  for (const rule of rules) {
    it(rule.name, () => {
      const { looked, offences } = rule.check(files);
      expect(offences).toEqual([]);
      // A rule that looked at nothing proves nothing; packages still to come are the exception.
      expect(looked, 'files looked at').toBeGreaterThan(0);
    });
  }
});

describe('each rule catches its planted offender', () => {
  for (const rule of rules) {
    it(rule.name, () => {
      const planted: SourceFile[] = (offenders[rule.name] ?? []).map(([path, text]) => ({ path, text, imports: importsOf(text) }));
      expect(planted.length, 'planted files').toBeGreaterThan(0);
      expect(rule.check(planted).offences.length).toBeGreaterThan(0);
    });
  }
  it('has no offender without a rule', () => {
    expect(Object.keys(offenders).filter((name) => !rules.some((rule) => rule.name === name))).toEqual([]);
  });
});
