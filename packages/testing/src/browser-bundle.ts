import { execFile } from 'node:child_process';
import { lstat, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A browser to start, and what its environment needs besides ours. */
export interface BrowserProgram {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const run = promisify(execFile);

/**
 * Unpacks the browser of `@sparticuz/chromium` once per machine and user, and finds out whether it runs with the system's
 * libraries or needs those it carries along (a bare Debian has neither libnss3 nor libexpat).
 * @throws {Error} with the reason when it does not run here
 */
export async function unpackedBrowser(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`the browser that comes along runs on Linux x64 only, this is ${process.platform} ${process.arch}`);
  }
  const entry = import.meta.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(new URL('../package.json', entry), 'utf8')) as { version: string };
  const place = join(tmpdir(), `makaverse-chromium-${version}-${process.geteuid?.() ?? 0}`);
  if (!(await isComplete(place))) await unpack(entry, place);
  const path = join(place, 'chromium');
  const env = { FONTCONFIG_FILE: join(place, 'fonts.conf') };
  const carried = { ...env, LD_LIBRARY_PATH: join(place, 'al2023/lib') };
  if (await starts(path, env)) return { path, env };
  const reason = await whyNot(path, carried);
  if (reason !== null) throw new Error(`the browser that comes along does not start: ${reason}`);
  return { path, env: carried };
}

/** Our fonts first, then the system's for signs ours lack. Its own file names folders of another system. */
const fontsConf = (place: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${place}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${place}/fonts-cache</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/** Unpacked beside and renamed, so that workers starting together never run half a browser. */
async function unpack(entry: string, place: string): Promise<void> {
  const beside = await mkdtemp(`${place}-`);
  try {
    // The package always unpacks into the temporary directory; a process of its own can be given another one.
    const script = `
      const { default: chromium, inflate } = await import(process.argv[1]);
      await chromium.executablePath();
      await inflate(process.argv[2]);
    `;
    const libraries = new URL('../bin/al2023.tar.br', entry).pathname;
    await run(process.execPath, ['--input-type=module', '-e', script, entry, libraries], { env: { TMPDIR: beside, HOME: beside } });
    await writeFile(join(beside, 'fonts.conf'), fontsConf(place));
    try {
      await rename(beside, place);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST'))) throw error;
      // Another worker was faster, or a cleaner of temporary files took part of an old one.
      if (await isComplete(place)) return;
      await rm(place, { recursive: true, force: true });
      await rename(beside, place);
    }
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Is everything there, and ours? The temporary directory is open to all: what another user put there is never run. */
async function isComplete(place: string): Promise<boolean> {
  for (const name of ['', 'chromium', 'libGLESv2.so', 'al2023/lib/libnss3.so', 'fonts.conf']) {
    try {
      const { uid, mode } = await lstat(join(place, name));
      if (name === '' && (uid !== (process.geteuid?.() ?? uid) || (mode & 0o022) !== 0)) {
        throw new Error(`${place} belongs to another user; remove it or set TMPDIR to another directory`);
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return false;
      throw error;
    }
  }
  return true;
}

async function starts(path: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  return (await whyNot(path, env)) === null;
}

/** Why the program does not start; the loader names the first library it misses. */
async function whyNot(path: string, env: Readonly<Record<string, string>>): Promise<string | null> {
  try {
    await run(path, ['--version', '--no-sandbox'], { env: { ...env }, timeout: 30_000 });
    return null;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    return said || (error instanceof Error ? error.message : String(error));
  }
}
