import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseGroups } from './all-cases.ts';
import { depthPlot, flowPlot } from './case-plot.ts';
import { largeNetworkCases } from './cases/networks.ts';
import { judgeCase } from './judge-case.ts';
import { verificationPage, type JudgedCase } from './verification-page.ts';

/*
 * npm run drainage:verify [-- --large]
 * Runs every case in both engines and writes docs/drainage/verification.md with its plots. `--large` adds the city of 10,000 conduits.
 */

const folder = join(import.meta.dirname, '../../../docs/drainage');
const plotFolder = join(folder, 'verification');
const groups = process.argv.includes('--large')
  ? { ...caseGroups, Cities: [...(caseGroups['Cities'] ?? []), ...largeNetworkCases] }
  : caseGroups;

rmSync(plotFolder, { recursive: true, force: true });
mkdirSync(plotFolder, { recursive: true });
const judged: JudgedCase[] = [];
for (const [group, cases] of Object.entries(groups)) {
  for (const one of cases) {
    const judgement = await judgeCase(one);
    const plots = Object.entries({ flow: flowPlot(judgement), depth: depthPlot(judgement) }).flatMap(([kind, svg]) => {
      if (svg === null) return [];
      writeFileSync(join(plotFolder, `${one.name}-${kind}.svg`), svg);
      return [`verification/${one.name}-${kind}.svg`];
    });
    judged.push({ group, one, judgement, plots });
    if (process.stderr.isTTY) process.stderr.write(`\r${judged.length} cases`);
  }
}
const made = `Made with Node ${process.versions.node} on ${process.platform}-${process.arch}.`;
writeFileSync(join(folder, 'verification.md'), verificationPage(judged, made));
console.log(`${judged.length} cases written to docs/drainage/verification.md`);
