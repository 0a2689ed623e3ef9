function pascal(name: string): string {
  return name
    .split('-')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');
}
function camel(name: string): string {
  return pascal(name)[0]!.toLowerCase() + pascal(name).slice(1);
}

/** The first files of a module: path from the root → text. Each runs and passes the checks as it is. */
export function moduleFiles(name: string): Record<string, string> {
  const variable = camel(name);
  const server = `apps/server/src/modules/${name}`;
  const web = `apps/web/src/features/${name}`;
  return {
    [`packages/contract/src/${name}.ts`]: `/** ${pascal(name)}: what it answers for, in one line. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, page, paging } from './primitives.ts';

export const ${variable}Record = z.object({ id });

export const list${pascal(name)} = endpoint({
  id: '${name}.list',
  method: 'GET',
  path: '/api/${name}',
  door: 'list',
  summary: '${pascal(name)} I may see',
  query: z.object(paging),
  reply: page(${variable}Record),
});
`,
    [`${server}/index.ts`]: `export { ${variable}Module } from './module.ts';
`,
    [`${server}/module.ts`]: `import type { Module } from '#platform/module';
import { ${variable}Routes } from './routes.ts';

/** What this module contributes to the application. */
export const ${variable}Module: Module = { name: '${name}', routes: ${variable}Routes };
`,
    [`${server}/routes.ts`]: `import { list${pascal(name)} } from '@makaverse/contract/${name}';
import { query, type Route } from '#platform/module';
import { mayList${pascal(name)} } from './policy.ts';
import { NotAllowed } from '#platform/errors';

/** Every endpoint of the module with what answers it. */
export const ${variable}Routes: readonly Route[] = [
  query(list${pascal(name)}, async (context) => {
    if (!mayList${pascal(name)}(context.actor)) throw new NotAllowed();
    return { items: [], next: null };
  }),
];
`,
    [`${server}/policy.ts`]: `import type { Actor } from '#platform/actor';

/** Whoever holds a position may read the list. */
export function mayList${pascal(name)}(actor: Actor): boolean {
  return actor.positions.length > 0;
}
`,
    [`${server}/README.md`]: `# ${name}

Answers for:
Tables:
Events told:
Events heard:
Jobs:
Asks of people:
Policy in one sentence:
`,
    [`apps/server/src/locales/id/${name}.json`]: '{}\n',
    [`apps/server/src/locales/en/${name}.json`]: '{}\n',
    [`${web}/routes.tsx`]: `import type { AnyRoute } from '@tanstack/react-router';
import type { Frames } from '#lib/page.tsx';

/** Pages of this feature. */
export function ${variable}Routes(_frames: Frames): { framed: AnyRoute[]; bare: AnyRoute[] } {
  return { framed: [], bare: [] };
}
`,
    [`apps/web/src/locales/id/${name}.json`]: '{}\n',
    [`apps/web/src/locales/en/${name}.json`]: '{}\n',
  };
}
