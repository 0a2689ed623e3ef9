import { expect, test } from 'vitest';
import { emptyModel } from '../model/drainage-model.ts';
import { siltedDrain, sourcesOf } from './link-change.ts';
import { testCity } from './test-city.ts';

test('a loss takes as much conveyance as the head that it and friction need together', () => {
  const [conduit] = testCity([{ name: 'drain', from: 'A', to: 'SEA' }], {}).links;
  if (conduit?.kind !== 'conduit') throw new Error('The test city has conduits only.');
  const { lostConveyance, conveyance } = siltedDrain(conduit, 0, { kind: 'loss', coefficient: 30 }, sourcesOf(emptyModel));
  // 1 m by 1 m, brim-full, 2 m3/s in 60 m: friction by Manning, and 30 velocity heads.
  const flow = 2;
  const friction = 60 * ((flow * 0.018) / (1 / 3) ** (2 / 3)) ** 2;
  const head = friction + (30 * flow ** 2) / (2 * 9.80665);
  expect(conveyance * Math.sqrt(head / 60)).toBeCloseTo(flow, 6);
  expect(1 - lostConveyance).toBeCloseTo(Math.sqrt(friction / head), 6);
});
