import type { PositionKind, UnitKind } from '@makaverse/contract/identity-directory';
import { newId } from '#platform/id';
import type { Harness } from './harness.ts';

interface UnitPlan {
  readonly parent: string | null;
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  readonly group?: 'basic-service' | 'non-basic-service' | 'support' | 'territorial' | 'enterprise';
}

const unitPlans = {
  city: { parent: null, kind: 'mayor', code: 'KOTA', name: 'Wali Kota' },
  secretariat: { parent: 'city', kind: 'secretariat', code: '4.01', name: 'Sekretariat Daerah', group: 'support' },
  assistant1: { parent: 'secretariat', kind: 'assistant', code: '4.01.A1', name: 'Asisten I' },
  assistant2: { parent: 'secretariat', kind: 'assistant', code: '4.01.A2', name: 'Asisten II' },
  expert1: { parent: 'city', kind: 'expert-staff', code: 'SA.1', name: 'Staf Ahli I' },
  bureau: { parent: 'assistant1', kind: 'bureau', code: '4.01.B1', name: 'Bagian Tata Pemerintahan' },
  pu: { parent: 'city', kind: 'agency', code: '1.03.01', name: 'Dinas Pekerjaan Umum', group: 'basic-service' },
  health: { parent: 'city', kind: 'agency', code: '1.02.01', name: 'Dinas Kesehatan', group: 'basic-service' },
  inspectorate: { parent: 'city', kind: 'agency', code: '6.01.01', name: 'Inspektorat Daerah', group: 'support' },
  water: { parent: 'city', kind: 'enterprise', code: 'PDAM', name: 'Perumda Air Minum', group: 'enterprise' },
  kecamatanA: { parent: 'city', kind: 'kecamatan', code: '73.71.01', name: 'Kecamatan Mariso', group: 'territorial' },
  kecamatanB: { parent: 'city', kind: 'kecamatan', code: '73.71.14', name: 'Kecamatan Manggala', group: 'territorial' },
  kelurahanA1: { parent: 'kecamatanA', kind: 'kelurahan', code: '73.71.01.1001', name: 'Kelurahan Bontorannu' },
  kelurahanA2: { parent: 'kecamatanA', kind: 'kelurahan', code: '73.71.01.1004', name: 'Kelurahan Lette' },
  kelurahanB1: { parent: 'kecamatanB', kind: 'kelurahan', code: '73.71.14.1001', name: 'Kelurahan Antang' },
  kelurahanB2: { parent: 'kecamatanB', kind: 'kelurahan', code: '73.71.14.1002', name: 'Kelurahan Tamangapa' },
} as const satisfies Readonly<Record<string, UnitPlan>>;

type UnitName = keyof typeof unitPlans;
type PersonPlan = readonly [name: string, unit: UnitName, kind: PositionKind, title: string];

const personPlans = {
  mayor: ['Andi Baso Contoh', 'city', 'head', 'Wali Kota'],
  deputyMayor: ['Fitri Contoh', 'city', 'deputy', 'Wakil Wali Kota'],
  secretary: ['Daeng Naba Contoh', 'secretariat', 'head', 'Sekretaris Daerah'],
  assistant1: ['Rahma Contoh', 'assistant1', 'head', 'Asisten I'],
  assistant2: ['Burhan Contoh', 'assistant2', 'head', 'Asisten II'],
  expert1: ['Syamsul Contoh', 'expert1', 'head', 'Staf Ahli I'],
  clerk: ['Nurul Contoh', 'bureau', 'clerk', 'Notulis'],
  headBureau: ['Zainal Contoh', 'bureau', 'head', 'Kepala Bagian Tata Pemerintahan'],
  headPu: ['Hasan Contoh', 'pu', 'head', 'Kepala Dinas Pekerjaan Umum'],
  secretaryPu: ['Irma Contoh', 'pu', 'secretary', 'Sekretaris Dinas Pekerjaan Umum'],
  staffPu: ['Jufri Contoh', 'pu', 'member', 'Kepala Seksi Drainase'],
  staffPu2: ['Kasma Contoh', 'pu', 'member', 'Staf Drainase'],
  headHealth: ['Lina Contoh', 'health', 'head', 'Kepala Dinas Kesehatan'],
  staffHealth: ['Mansur Contoh', 'health', 'member', 'Staf Dinas Kesehatan'],
  inspector: ['Nasir Contoh', 'inspectorate', 'head', 'Inspektur'],
  headWater: ['Opu Contoh', 'water', 'head', 'Direktur Utama'],
  camatA: ['Rusli Contoh', 'kecamatanA', 'head', 'Camat Mariso'],
  camatB: ['Salma Contoh', 'kecamatanB', 'head', 'Camat Manggala'],
  lurahA1: ['Taufik Contoh', 'kelurahanA1', 'head', 'Lurah Bontorannu'],
  lurahA2: ['Umar Contoh', 'kelurahanA2', 'head', 'Lurah Lette'],
  lurahB1: ['Wati Contoh', 'kelurahanB1', 'head', 'Lurah Antang'],
  lurahB2: ['Yusuf Contoh', 'kelurahanB2', 'head', 'Lurah Tamangapa'],
  admin: ['Zul Contoh', 'secretariat', 'administrator', 'Pengelola Sistem'],
  ppid: ['Ayu Contoh', 'secretariat', 'information-officer', 'PPID'],
} as const satisfies Readonly<Record<string, PersonPlan>>;

type PersonName = keyof typeof personPlans;

/** A person of the small city. */
export interface Citizen {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly positionId: string;
  readonly unitId: string;
}

/** Sixteen units and the people who hold them, all since 4 January 2021; every name is invented. */
export type SmallCity = Readonly<Record<PersonName, Citizen>> & { readonly units: Readonly<Record<UnitName, string>> };

const since = '2021-01-04';
const entriesOf = <K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] => Object.entries(record) as [K, V][];

/** Founds the small city in the harness's database. */
export async function smallCity(harness: Harness): Promise<SmallCity> {
  const now = harness.clock.now();
  const units = Object.fromEntries(entriesOf(unitPlans).map(([key]) => [key, newId(now)])) as Record<UnitName, string>;
  const at = { created_at: now };
  await harness.db
    .insertInto('identity.unit')
    .values(Object.values(units).map((id) => ({ id, ...at })))
    .execute();
  await harness.db
    .insertInto('identity.unit_version')
    .values(
      entriesOf<UnitName, UnitPlan>(unitPlans).map(([key, plan]) => ({
        id: newId(now),
        unit_id: units[key],
        valid_from: since,
        valid_to: null,
        code: plan.code,
        name: plan.name,
        short_name: plan.name.replace(/^(Dinas|Kecamatan|Kelurahan) /, ''),
        kind: plan.kind,
        parent_id: plan.parent === null ? null : units[plan.parent as UnitName],
        presenting_group: plan.group ?? null,
        search: `${plan.code} ${plan.name}`.toLowerCase(),
      })),
    )
    .execute();
  const people = Object.fromEntries(
    entriesOf<PersonName, PersonPlan>(personPlans).map(([key, [name, unit]]) => [
      key,
      { id: newId(now), name, email: `${key.toLowerCase()}@makassar.example`, positionId: newId(now), unitId: units[unit] },
    ]),
  ) as Record<PersonName, Citizen>;
  await harness.db
    .insertInto('identity.person')
    .values(
      Object.values(people).map(({ id, name, email }) => ({ id, name, email, phone: '0811-410-0000', search: name.toLowerCase(), ...at })),
    )
    .execute();
  await harness.db
    .insertInto('identity.position')
    .values(
      entriesOf<PersonName, PersonPlan>(personPlans).map(([key, [, , kind, title]]) => ({
        id: people[key].positionId,
        person_id: people[key].id,
        unit_id: people[key].unitId,
        kind,
        title,
        acting: null,
        valid_from: since,
        valid_to: null,
        end_told_at: null,
        ...at,
      })),
    )
    .execute();
  return { ...people, units };
}
