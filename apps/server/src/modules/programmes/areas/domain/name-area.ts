/** A kecamatan or kelurahan as it is known by code and name. */
export interface KnownArea {
  readonly code: string;
  readonly parentCode: string;
  readonly kind: 'kecamatan' | 'kelurahan';
  readonly name: string;
  readonly point: readonly [lon: number, lat: number];
}

/** What a file says of a feature beside its shape. */
export type Properties = Readonly<Record<string, string>>;

// As the Geospatial Agency (WADMKD, WADMKC, NAMOBJ) and city planners (KELURAHAN, DESA, KECAMATAN) head their columns.
const ofKelurahan = /kel|des|wadmkd/i;
const ofKecamatan = /kec|wadmkc/i;
const ofEither = /^(?:na[mn]|name|namobj|label|title)/i;

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^\s*(?:kelurahan|kel\.|desa|kecamatan|kec\.)\s+/, '')
    .replaceAll(/[^a-z0-9]/g, '');

/** Which area a feature is of: by its code (Kemendagri's, with or without dots), else by its name; null where that is not one area alone. */
export function nameArea(properties: Properties, known: readonly KnownArea[]): KnownArea | null {
  return byCode(properties, known) ?? byName(properties, known);
}

// A kelurahan's feature also bears the code of its kecamatan: the longest code is its own.
function byCode(properties: Properties, known: readonly KnownArea[]): KnownArea | null {
  const codes = new Set(Object.values(properties).flatMap((value) => (/^[\d.]+$/.test(value.trim()) ? [digitsOf(value)] : [])));
  const found = known.filter((one) => codes.has(digitsOf(one.code)));
  return found.toSorted((a, b) => b.code.length - a.code.length)[0] ?? null;
}

function byName(properties: Properties, known: readonly KnownArea[]): KnownArea | null {
  const namesUnder = (heading: RegExp): Set<string> =>
    new Set(Object.entries(properties).flatMap(([key, value]) => (heading.test(key) && foldName(value) !== '' ? [foldName(value)] : [])));
  const kecamatan = namesUnder(ofKecamatan);
  const either = namesUnder(ofEither);
  const kelurahan = namesUnder(ofKelurahan);
  const named = (kind: KnownArea['kind'], names: ReadonlySet<string>): KnownArea[] =>
    known.filter((one) => one.kind === kind && names.has(foldName(one.name)));
  const parents = new Set(named('kecamatan', kecamatan).map((one) => one.code));
  const own = named('kelurahan', kelurahan.size > 0 ? kelurahan : either).filter(
    (one) => parents.size === 0 || parents.has(one.parentCode),
  );
  if (kelurahan.size > 0) return alone(own);
  const whole = named('kecamatan', either.size > 0 ? either : kecamatan);
  // One name for a kecamatan and for a kelurahan of it (Mariso): without a code nobody can say which is meant.
  return alone(kecamatan.size > 0 && either.size > 0 ? own : [...own, ...whole]);
}

const alone = (areas: readonly KnownArea[]): KnownArea | null => (areas.length === 1 ? areas[0]! : null);
