import { addressOf } from '@makaverse/client/call';
import { listDirectives, listTasks, readHeatMap } from '@makaverse/contract/directives';
import { readUnit } from '@makaverse/contract/identity-directory';
import { listCheckIns } from '@makaverse/contract/programmes-check-in';
import { listObstacles } from '@makaverse/contract/programmes-obstacles';
import { readProgramme } from '@makaverse/contract/programmes';
import { listPromises, listStandings, readStory, readTruth } from '@makaverse/contract/programmes-truth';
import { readMayor, readToday, search } from '@makaverse/contract/today';
import { closeMeeting } from '@makaverse/contract/meetings-room';
import type { City } from '../ground/city.ts';
import { writeFiveYears } from '../ground/five-years.ts';
import type { Ground } from '../ground/ground.ts';
import { quantile, type Measured } from '../ground/measured.ts';
import { runningRakorsus } from '../ground/rakorsus.ts';
import { spokenParts } from '../ground/spoken-parts.ts';

const weeks = 260;
const rounds = 40;
// Statements are prepared and the machine's caches filled by then; both cities warm up alike.
const warmUps = 10;
const pageTargetMs = 150;
const searchTargetMs = 100;
const growthTarget = 2;

/** A city with its past, served; the pages that are read of it, as groups of addresses that are asked for at once. */
interface Served {
  readonly city: City;
  readonly origin: string;
  readonly mayor: string;
  readonly lurah: string;
  readonly programmeId: string;
  readonly unitId: string;
  readonly rows: number;
}
interface Page {
  readonly name: string;
  readonly targetMs: number | null;
  readonly addresses: (served: Served) => readonly string[];
}

const pages: readonly Page[] = [
  {
    name: "the mayor's page, all it reads",
    targetMs: pageTargetMs,
    addresses: () => [
      addressOf(readToday),
      addressOf(readMayor),
      addressOf(listStandings, { query: { only: 'troubled', limit: 10 } }),
      addressOf(readHeatMap, { query: { kind: 'presenting' } }),
    ],
  },
  {
    name: "a programme's truth, with its story",
    targetMs: null,
    addresses: ({ programmeId: id }) => [
      addressOf(readToday),
      addressOf(readTruth, { params: { id } }),
      addressOf(readProgramme, { params: { id } }),
      addressOf(readStory, { params: { id } }),
      addressOf(listPromises, { query: { programmeId: id, limit: 200 } }),
      addressOf(listObstacles, { query: { programmeId: id, only: 'all', limit: 100 } }),
      addressOf(listCheckIns, { params: { id }, query: {} }),
      addressOf(listDirectives, { query: { programmeId: id } }),
    ],
  },
  {
    name: "a unit's page",
    targetMs: null,
    addresses: ({ unitId }) => [
      addressOf(readToday),
      addressOf(readUnit, { params: { id: unitId } }),
      addressOf(listStandings, { query: { unitId } }),
      addressOf(listTasks, { query: { unitId, only: 'open', limit: 50 } }),
    ],
  },
];

/** By stem, with slips of the finger, several words, numbers and names, and what is not there at all. */
const queries = [
  'pengerukan',
  'dikeruk saluran antang',
  'perbaikn jalan',
  'pembebasan lahan',
  'izin kerja tamalate',
  'posyandu',
  'posyandoo',
  'berita acara pelatihan',
  'andi rahmat',
  'syamsudin patta',
  'kelurahan',
  'camat mangala',
  'pegawai 4711',
  'tidakadakatasepertiini',
  'kapal pengangkut barrang lompo belum',
  '42',
] as const;

/** What the pages of 200 programmes with five years of reports cost, beside the same pages over a tenth of the past. */
export async function measure(ground: Ground): Promise<readonly Measured[]> {
  const tenth = await serveCity(ground, weeks / 10);
  const whole = await serveCity(ground, weeks);
  const lines: Measured[] = [];
  for (const page of pages) {
    const [few, many] = await inTurn([tenth, whole], async (served) => [await load(served, served.mayor, page.addresses(served))]);
    lines.push(...linesOf(page, few!, many!, whole.rows));
  }
  for (const [who, cookieOf] of [
    ['the mayor', (served: Served): string => served.mayor],
    ['a lurah', (served: Served): string => served.lurah],
  ] as const) {
    const [few, many] = await inTurn([tenth, whole], async (served) => {
      const each: number[] = [];
      for (const q of queries) each.push(await load(served, cookieOf(served), [addressOf(search, { query: { q } })]));
      return each;
    });
    const slowest = queries.map((q, index) => ({
      q,
      ms: quantile(
        many!.filter((_, at) => at % queries.length === index),
        0.5,
      ),
    }));
    const worst = slowest.toSorted((a, b) => b.ms - a.ms)[0]!;
    lines.push(
      ...linesOf({ name: `search as ${who}, ${queries.length} kinds of queries`, targetMs: searchTargetMs }, few!, many!, whole.rows),
      {
        promise: '  its slowest query, median',
        measured: `${worst.ms.toFixed(0)} ms: "${worst.q}"`,
        target: '',
        isKept: null,
      },
    );
  }
  return lines;
}

function linesOf(page: Pick<Page, 'name' | 'targetMs'>, few: readonly number[], many: readonly number[], rows: number): Measured[] {
  const p95 = quantile(many, 0.95);
  const growth = quantile(many, 0.5) / quantile(few, 0.5);
  const isPromised = page.targetMs !== null;
  return [
    {
      promise: `${page.name}; 200 programmes, ${rows.toLocaleString('en')} rows, p95`,
      measured: `${p95.toFixed(0)} ms, median ${quantile(many, 0.5).toFixed(0)} ms`,
      target: isPromised ? `< ${page.targetMs} ms` : '',
      isKept: isPromised ? p95 < page.targetMs! : null,
    },
    {
      promise: '  against the same over a tenth of the past, medians',
      measured: `${growth.toFixed(2)} x (${quantile(few, 0.5).toFixed(0)} ms)`,
      target: isPromised ? `<= ${growthTarget} x` : '',
      isKept: isPromised ? growth <= growthTarget : null,
    },
  ];
}

/** Measures both in turn, so that what else the machine does falls on both alike. */
async function inTurn(served: readonly Served[], once: (served: Served) => Promise<number[]>): Promise<number[][]> {
  const all: number[][] = served.map(() => []);
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [index, one] of served.entries()) {
      const taken = await once(one);
      if (round >= 0) all[index]!.push(...taken);
    }
  }
  return all;
}

/** Milliseconds until the last of several requests made at once is answered whole. */
async function load({ origin }: Served, cookie: string, addresses: readonly string[]): Promise<number> {
  const started = performance.now();
  await Promise.all(
    addresses.map(async (address) => {
      const reply = await fetch(`${origin}${address}`, { headers: { cookie } });
      const text = await reply.text();
      if (!reply.ok) throw new Error(`${address}: ${reply.status} ${text.slice(0, 300)}`);
    }),
  );
  return performance.now() - started;
}

async function serveCity(ground: Ground, weeksBack: number): Promise<Served> {
  const city = await ground.freshCity();
  const who = await city.tell(async (story, people) => {
    const mayor = people.head('WALKOT');
    const { id, version } = await runningRakorsus(story, people, spokenParts(people));
    await story.act(mayor, closeMeeting, { params: { id }, body: { version } });
    return {
      mayor,
      lurah: people.units.find((unit) => unit.kind === 'kelurahan')!.head!.id,
      unitId: people.unit('Dinas Pekerjaan Umum').id,
    };
  });
  const written = await writeFiveYears(city, { weeks: weeksBack });
  const { rows } = await city.database.executeSql('select id from programmes.programme where number = 7');
  const { origin } = await city.serve();
  // The founded officials are not of the past that is promised on.
  const counted = [...written].filter(([table]) => table.startsWith('programmes.') && table !== 'programmes.standing');
  return {
    city,
    origin,
    mayor: await city.cookieOf(who.mayor),
    lurah: await city.cookieOf(who.lurah),
    programmeId: String(rows[0]!['id']),
    unitId: who.unitId,
    rows: counted.reduce((sum, [, count]) => sum + count, 0),
  };
}
