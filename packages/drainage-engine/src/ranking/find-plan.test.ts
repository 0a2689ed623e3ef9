import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureCandidates } from './candidate.ts';
import { nodeDamage } from './damage.ts';
import { districtsOf } from '../districts/districts.ts';
import { Evaluator } from './evaluator.ts';
import { greedyByOne } from './greedy-by-one.ts';
import { rankCleaning } from './rank-cleaning.ts';
import { Screening } from './screening.ts';
import type { SimulationJob, Simulator } from './simulator.ts';
import { SiteCost } from './site-cost.ts';
import { candidate, testCity, testOptions, testStorm, testTide, type TestDrain } from './test-city.ts';

/** A tree of drains: each falls into an earlier one or into the sea. */
const trees = fc
  .array(fc.record({ below: fc.nat(), fraction: fc.double({ min: 0.1, max: 0.7, noNaN: true }) }), { minLength: 2, maxLength: 7 })
  .map((list) => ({
    drains: list.map(({ below }, i): TestDrain => ({
      name: `L${i}`,
      from: `N${i}`,
      to: i === 0 || below % 4 === 0 ? `SEA${i}` : `N${below % i}`,
    })),
    fractions: list.map(({ fraction }) => fraction),
  }));

/**
 * A simulator without water: silted drains hold back what comes from above, each blocked pair on a way down once more. Gains are neither
 * additive nor submodular, as with water.
 */
function pretended(drains: readonly TestDrain[]): Simulator {
  const parts = districtsOf(testCity(drains, {})).map(({ model }) => model);
  return {
    width: 1,
    simulate: ({ district, changes }: SimulationJob) => {
      const { nodes, links } = parts[district]!;
      const silt = new Map(changes.map(({ link, sedimentDepth }) => [link, sedimentDepth]));
      const below = new Map(links.map((link) => [link.from, link]));
      const floodVolume = Float64Array.from(nodes, ({ name }) => {
        let sum = 0;
        let product = 1;
        for (let link = below.get(name); link; link = below.get(link.to)) {
          sum += silt.get(link.name) ?? 0;
          product *= 1 - (silt.get(link.name) ?? 0);
        }
        return 100 * (sum * sum + 1 - product);
      });
      const zeros = (length: number): Float64Array => new Float64Array(length);
      const worth = Float64Array.from(links, ({ name }) => 100 * (silt.get(name) ?? 0));
      return { floodVolume, peakDepth: zeros(nodes.length), peakFlow: zeros(links.length), worth, continuityError: 0, notConverging: 0 };
    },
  };
}

test('a plan never passes the budget and never spares less than plain greedy by one', async () => {
  await fc.assert(
    fc.asyncProperty(trees, fc.double({ min: 0, max: 1, noNaN: true }), async ({ drains, fractions }, share) => {
      const network = testCity(drains, {});
      const list = drains.map(({ name }, i) => candidate(name, fractions[i]!));
      const { drains: measured, actions } = measureCandidates(network, list, testOptions);
      const simulator = pretended(drains);
      const problem = {
        districts: districtsOf(network),
        storms: [testStorm],
        tides: [testTide],
        drains: measured,
        actions,
        damage: nodeDamage(network, testOptions.damage),
        simulator,
      };
      const evaluator = new Evaluator(
        problem,
        measured.map(({ fraction }) => fraction),
      );
      const cost = new SiteCost(actions, measured);
      const eligible = actions.map((_, a) => a);
      const budget = share * cost.of(eligible);
      const allDone = await evaluator.all(eligible);
      const space = { evaluator, cost, screening: new Screening(evaluator), eligible, budget, allDone };
      const plain = (await greedyByOne(space, Infinity))!;
      const ranking = await rankCleaning(network, [testStorm], [testTide], list, budget, { ...testOptions, simulator, simulations: 1e6 });
      expect(ranking.cost).toBeLessThanOrEqual(budget + 1e-3);
      expect(ranking.plan.damage).toBeLessThanOrEqual((await evaluator.damage(plain)) + 1e-6);
      expect(ranking.packages.reduce((sum, one) => sum + one.cost, 0)).toBeCloseTo(ranking.cost, 3);
    }),
    { numRuns: 60 },
  );
});

test('a search keeps to the simulations it may make', async () => {
  const drains = Array.from({ length: 30 }, (_, i): TestDrain => ({ name: `L${i}`, from: `N${i}`, to: i === 0 ? 'SEA' : `N${Math.floor(i / 2)}` }))
    .map((one, i) => (i === 1 ? { ...one, to: 'N0' } : one)); // prettier-ignore
  const simulator = pretended(drains);
  let made = 0;
  const counted: Simulator = { width: 1, simulate: (job) => ((made += 1), simulator.simulate(job)) };
  const list = drains.map(({ name }, i) => candidate(name, 0.1 + (i % 5) * 0.1));
  const network = testCity(drains, {});
  const ranking = await rankCleaning(network, [testStorm], [testTide], list, 200_000, {
    ...testOptions,
    simulator: counted,
    simulations: 20,
  });
  expect(ranking.runs.search).toBeLessThanOrEqual(20);
  expect(ranking.runs.search + ranking.runs.figures).toBe(made);
  expect(ranking.packages.length).toBeGreaterThan(0);
});

test('drains that meet pay one mobilisation, also on top of others', () => {
  fc.assert(
    fc.property(
      trees,
      fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      fc.nat({ max: 6 }),
      ({ drains, fractions }, isDone, more) => {
        const network = testCity(drains, {});
        const list = drains.map(({ name }, i) => candidate(name, fractions[i]!));
        const { drains: measured, actions } = measureCandidates(network, list, testOptions);
        const cost = new SiteCost(actions, measured);
        const added = more % actions.length;
        const done = actions.map((_, a) => a).filter((a) => isDone[a] && a !== added);
        expect(cost.onTopOf(done)([added])).toBeCloseTo(cost.of([...done, added]) - cost.of(done), 6);
      },
    ),
  );
});
