import { resolveImport } from './resolve.ts';
import type { SourceFile } from './source-files.ts';

/** A place that breaks a rule. */
export interface Offence {
  readonly file: string;
  readonly what: string;
}
/** A rule of the house: what it looked at, and what offends. */
export interface Rule {
  readonly name: string;
  readonly check: (files: readonly SourceFile[]) => { readonly looked: number; readonly offences: readonly Offence[] };
}

/** Modules from the lowest to the highest; each may use those before it. */
export const moduleOrder = [
  'identity',
  'directives',
  'drainage',
  'learning',
  'innovation',
  'programmes',
  'reports',
  'meetings',
  'world',
  'publicinfo',
  'today',
];

const purePackages = ['drainage-engine', 'forecast', 'geo', 'calendar', 'perceptual-hash'];
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.includes('/testing/');
const moduleOf = (path: string): string | null => /^apps\/server\/src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null;
const featureOf = (path: string): string | null => /^apps\/web\/src\/features\/([^/]+)\//.exec(path)?.[1] ?? null;

/** A rule about each import of the files it concerns. */
function importRule(
  name: string,
  concerns: (file: SourceFile) => boolean,
  offends: (file: SourceFile, target: string, specifier: string) => string | null,
): Rule {
  return {
    name,
    check: (files) => {
      const looked = files.filter(concerns);
      const offences = looked.flatMap((file) =>
        file.imports.flatMap((specifier) => {
          const what = offends(file, resolveImport(file, specifier), specifier);
          return what ? [{ file: file.path, what }] : [];
        }),
      );
      return { looked: looked.length, offences };
    },
  };
}

/** A rule about each file's text. */
function fileRule(name: string, concerns: (file: SourceFile) => boolean, offends: (file: SourceFile) => string | null): Rule {
  return {
    name,
    check: (files) => {
      const looked = files.filter(concerns);
      return {
        looked: looked.length,
        offences: looked.flatMap((file) => [offends(file)].filter((what) => what !== null).map((what) => ({ file: file.path, what }))),
      };
    },
  };
}

/** Tarjan's strongly connected components, so that one pass finds every cycle. */
function cyclesOf(files: readonly SourceFile[]): string[][] {
  const known = new Map(files.map((file) => [file.path, file]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path)!);
    stack.push(path);
    for (const specifier of known.get(path)!.imports) {
      const target = resolveImport(known.get(path)!, specifier);
      if (!known.has(target)) continue;
      if (!index.has(target)) visit(target);
      if (stack.includes(target)) low.set(path, Math.min(low.get(path)!, low.get(target)!));
    }
    if (low.get(path) !== index.get(path)) return;
    const component = stack.splice(stack.indexOf(path));
    if (component.length > 1 || known.get(path)!.imports.some((one) => resolveImport(known.get(path)!, one) === path))
      found.push(component);
  };
  for (const file of files) if (!index.has(file.path)) visit(file.path);
  return found;
}

const isServer = (file: SourceFile): boolean => file.path.startsWith('apps/server/src/');
const tableOf =
  /['"`](identity|directives|programmes|meetings|reports|drainage|learning|innovation|world|publicinfo)\.[a-z_]+(?: as \w+)?['"`]/g;

/** Every rule, in the order of the architecture page. */
export const rules: readonly Rule[] = [
  {
    name: 'no import cycles, type imports too',
    check: (files) => ({ looked: files.length, offences: cyclesOf(files).map((cycle) => ({ file: cycle[0]!, what: cycle.join(' → ') })) }),
  },
  importRule(
    'another module only by its front door',
    (file) => isServer(file) && !isTest(file.path),
    (file, target) => {
      const other = moduleOf(target);
      return other && other !== moduleOf(file.path) && !target.endsWith(`/modules/${other}/index.ts`) ? `reaches into ${target}` : null;
    },
  ),
  importRule(
    'modules use only lower modules',
    (file) => moduleOf(file.path) !== null && !isTest(file.path),
    (file, target) => {
      const [mine, other] = [moduleOf(file.path)!, moduleOf(target)];
      return other && other !== mine && moduleOrder.indexOf(other) >= moduleOrder.indexOf(mine) ? `goes up to ${other}` : null;
    },
  ),
  fileRule(
    'every module has its place in the order',
    (file) => moduleOf(file.path) !== null,
    (file) => (moduleOrder.includes(moduleOf(file.path)!) ? null : 'is of a module that is not in the order'),
  ),
  importRule(
    'domain/ and policy.ts are pure',
    (file) => isServer(file) && !isTest(file.path) && (/\/domain\//.test(file.path) || file.path.endsWith('/policy.ts')),
    (file, target, specifier) => {
      const isAllowed =
        /\/domain\/|\/policy\.ts$|platform\/(errors|actor)\.ts$/.test(target) ||
        /^packages\/(contract|calendar|forecast|geo|drainage-engine)\//.test(target) ||
        /\/modules\/\w+\/index\.ts$/.test(target);
      return isAllowed ? null : `imports ${specifier}`;
    },
  ),
  fileRule(
    'domain/ and policy.ts take time and chance as arguments',
    (file) => isServer(file) && !isTest(file.path) && (/\/domain\//.test(file.path) || file.path.endsWith('/policy.ts')),
    (file) =>
      /\bnew Date\(\)|Date\.now\(|Math\.random\(|randomUUID|process\./.test(file.text) ? 'reads the clock, chance or the process' : null,
  ),
  importRule(
    'pure packages import nothing',
    (file) => purePackages.some((name) => file.path.startsWith(`packages/${name}/src/`)) && !isTest(file.path),
    (file, target, specifier) => (target.startsWith(file.path.split('/').slice(0, 3).join('/')) ? null : `imports ${specifier}`),
  ),
  importRule(
    'the contract imports only zod',
    (file) => file.path.startsWith('packages/contract/src/') && !isTest(file.path),
    (_, target, specifier) => (target.startsWith('packages/contract/src/') || specifier === 'zod' ? null : `imports ${specifier}`),
  ),
  importRule(
    'the platform knows no module',
    (file) => /^apps\/server\/src\/(platform|database|events)\//.test(file.path) && !isTest(file.path),
    (_, target) => (moduleOf(target) ? `knows ${target}` : null),
  ),
  importRule(
    'features are islands',
    (file) => featureOf(file.path) !== null,
    (file, target) => {
      const other = featureOf(target);
      return other && other !== featureOf(file.path) ? `reaches into ${target}` : null;
    },
  ),
  importRule(
    'lib and shell know no feature',
    (file) => /^apps\/web\/src\/(lib|shell)\//.test(file.path),
    (_, target) => (featureOf(target) ? `knows ${target}` : null),
  ),
  importRule(
    'the web never sees the server',
    (file) => /^(apps\/web|packages)\//.test(file.path) && !isTest(file.path),
    (_, target) => (target.startsWith('apps/server/') ? `sees ${target}` : null),
  ),
  importRule(
    'only database/ opens drivers',
    (file) => isServer(file) && !file.path.startsWith('apps/server/src/database/') && !isTest(file.path),
    (_, target, specifier) => (specifier === 'pg' ? 'opens pg' : null),
  ),
  fileRule(
    'only config.ts reads the environment',
    (file) => isServer(file) && !isTest(file.path) && file.path !== 'apps/server/src/config.ts',
    (file) => (/process\.env(?!\))/.test(file.text.replaceAll(/readConfig\(process\.env\)/g, '')) ? 'reads process.env' : null),
  ),
  fileRule(
    'tables are touched by their own module',
    (file) => moduleOf(file.path) !== null && !isTest(file.path),
    (file) => {
      const foreign = [...file.text.matchAll(tableOf)]
        .map((match) => match[0])
        .filter((name) => !name.slice(1).startsWith(`${moduleOf(file.path)}.`));
      const isTable = new RegExp(
        `(?:From|Into|Join|Table|Using)\\(\\s*(?:${foreign.map((name) => name.replaceAll('.', '\\.')).join('|')})`,
      );
      return foreign.length > 0 && isTable.test(file.text) ? `touches ${foreign.join(', ')}` : null;
    },
  ),
  fileRule(
    'no barrels but front doors',
    (file) => !isTest(file.path),
    (file) => {
      const isFrontDoor = /\/modules\/\w+\/index\.ts$|^packages\/[\w-]+\/src\/index\.ts$/.test(file.path);
      const statements = file.text
        .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean);
      const isOnlyReExports = statements.length > 1 && statements.every((one) => /^export\s+(type\s+)?[{*]/.test(one) && /from/.test(one));
      return !isFrontDoor && isOnlyReExports ? 'only re-exports' : null;
    },
  ),
  fileRule(
    'no file over 300 lines',
    () => true,
    (file) => {
      const lines = file.text.split('\n').length - 1;
      return lines > 300 ? `has ${lines} lines` : null;
    },
  ),
  fileRule(
    'no dump rooms',
    () => true,
    (file) => (/(^|\/)(utils?|helpers?|common|misc|manager)(\/|\.tsx?$)/.test(file.path) ? 'is named after nothing it does' : null),
  ),
];
