import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { newModule } from './new-module.ts';

const folder = mkdtempSync(join(tmpdir(), 'new-module-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('lays a module out in its three places under one name', () => {
  const written = newModule('lost-things', folder);
  for (const place of [
    'packages/contract/src/lost-things.ts',
    'apps/server/src/modules/lost-things/module.ts',
    'apps/web/src/features/lost-things/routes.tsx',
  ]) {
    expect(written).toContain(place);
  }
  expect(readFileSync(join(folder, 'apps/server/src/modules/lost-things/routes.ts'), 'utf8')).toContain('listLostThings');
});

it('refuses a name that is none and a module that is there already, and then writes nothing', () => {
  expect(() => newModule('../evil', folder)).toThrow('is no module name');
  newModule('reports', folder);
  expect(() => newModule('reports', folder)).toThrow('already');
});
