import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

const serverAliases: readonly (readonly [RegExp, string])[] = [
  [/^#modules\/(.+)$/, 'apps/server/src/modules/$1/index.ts'],
  [/^#platform\/(.+)$/, 'apps/server/src/platform/$1.ts'],
  [/^#events\/(.+)$/, 'apps/server/src/events/$1.ts'],
  [/^#database\/(.+)$/, 'apps/server/src/database/$1.ts'],
  [/^#app$/, 'apps/server/src/app.ts'],
  [/^#config$/, 'apps/server/src/config.ts'],
];
const webAliases: readonly (readonly [RegExp, string])[] = [
  [/^#lib\/(.+)$/, 'apps/web/src/lib/$1'],
  [/^#shell\/(.+)$/, 'apps/web/src/shell/$1'],
];

/** The file of ours an import leads to, or the package's name as it stands. */
export function resolveImport(from: SourceFile, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from.path), specifier);
  for (const [pattern, target] of from.path.startsWith('apps/web/') ? webAliases : serverAliases) {
    if (pattern.test(specifier)) return specifier.replace(pattern, target);
  }
  const own = /^@makaverse\/([\w-]+)(?:\/(.+))?$/.exec(specifier);
  if (!own) return specifier;
  const [, name, rest] = own;
  if (!rest) return `packages/${name}/src/index.ts`;
  return `packages/${name}/src/${rest}${name === 'ui' && !rest.endsWith('.css') ? '.tsx' : rest.includes('.') ? '' : '.ts'}`;
}
