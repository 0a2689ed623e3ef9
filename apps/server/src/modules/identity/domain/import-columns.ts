import { fold } from './fold.ts';

/** One column of an import: our name for it, the headings it goes by in Indonesian and English, and what it must hold. */
export interface Column {
  readonly name: string;
  readonly headings: readonly string[];
  readonly isRequired: boolean;
  readonly max: number;
}

/** Columns of a file of units. */
export const unitColumns: readonly Column[] = [
  { name: 'code', headings: ['kode', 'code'], isRequired: true, max: 60 },
  { name: 'name', headings: ['nama', 'name'], isRequired: true, max: 200 },
  { name: 'shortName', headings: ['nama singkat', 'singkatan', 'short name'], isRequired: false, max: 60 },
  { name: 'kind', headings: ['jenis', 'kind'], isRequired: true, max: 40 },
  { name: 'parent', headings: ['kode induk', 'induk', 'parent code', 'parent'], isRequired: false, max: 60 },
  {
    name: 'presentingGroup',
    headings: ['kelompok paparan', 'kelompok', 'presenting group', 'group'],
    isRequired: false,
    max: 40,
  },
  { name: 'validFrom', headings: ['sejak', 'tmt', 'from', 'valid from'], isRequired: false, max: 20 },
];

/** Columns of a file of people: one row is one person in one position. */
export const peopleColumns: readonly Column[] = [
  { name: 'name', headings: ['nama', 'name'], isRequired: true, max: 200 },
  { name: 'email', headings: ['surel', 'email', 'e-mail'], isRequired: true, max: 254 },
  { name: 'phone', headings: ['telepon', 'hp', 'phone'], isRequired: false, max: 30 },
  { name: 'unit', headings: ['kode unit', 'unit', 'unit code'], isRequired: true, max: 60 },
  { name: 'position', headings: ['jenis jabatan', 'position', 'position kind'], isRequired: true, max: 40 },
  { name: 'title', headings: ['jabatan', 'nama jabatan', 'title'], isRequired: true, max: 200 },
  { name: 'acting', headings: ['plt/plh', 'plt', 'acting'], isRequired: false, max: 10 },
  { name: 'validFrom', headings: ['sejak', 'tmt', 'from', 'valid from'], isRequired: false, max: 20 },
  { name: 'validTo', headings: ['sampai', 'to', 'valid to'], isRequired: false, max: 20 },
];

/** Headings are compared without case, accents, underscores and doubled spaces. */
export function plainHeading(heading: string): string {
  return fold(heading.replaceAll('_', ' '));
}

const kindWords: Readonly<Record<string, string>> = {
  'wali kota': 'mayor',
  sekretariat: 'secretariat',
  asisten: 'assistant',
  'staf ahli': 'expert-staff',
  dinas: 'agency',
  badan: 'agency',
  'perangkat daerah': 'agency',
  bagian: 'bureau',
  perumda: 'enterprise',
  bumd: 'enterprise',
  mitra: 'partner',
};
const groupWords: Readonly<Record<string, string>> = {
  'pelayanan dasar': 'basic-service',
  'non pelayanan dasar': 'non-basic-service',
  'urusan pilihan': 'optional-affairs',
  penunjang: 'support',
  kewilayahan: 'territorial',
  perumda: 'enterprise',
};
const positionWords: Readonly<Record<string, string>> = {
  kepala: 'head',
  wakil: 'deputy',
  sekretaris: 'secretary',
  anggota: 'member',
  staf: 'member',
  notulis: 'clerk',
  ppid: 'information-officer',
  pengelola: 'administrator',
};

/** A word of a closed list, in Indonesian or as the interface for programs spells it. */
export function listedWord(list: 'kind' | 'presentingGroup' | 'position', value: string): string {
  const word = fold(value);
  return { kind: kindWords, presentingGroup: groupWords, position: positionWords }[list][word] ?? word.replaceAll(' ', '-');
}
