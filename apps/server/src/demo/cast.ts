import type { PositionKind, UnitKind } from '@makaverse/contract/identity-directory';
import { inventedName } from './invented-names.ts';

/** One office of the demo and the invented person who holds it. */
export interface CastMember {
  readonly name: string;
  readonly email: string;
  readonly unitCode: string;
  readonly kind: PositionKind;
  readonly title: string;
}
/** As much of a unit as the cast needs. */
export interface CastUnit {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
}

const headTitle: Readonly<Record<UnitKind, (name: string) => string>> = {
  mayor: (name) => name.replace(/^Kantor\s+/, ''),
  secretariat: (name) => (name.includes('DPRD') ? `Sekretaris DPRD` : 'Sekretaris Daerah'),
  assistant: (name) => name,
  'expert-staff': (name) => name,
  agency: (name) =>
    name.startsWith('Inspektorat') ? 'Inspektur' : name.startsWith('Sekretariat DPRD') ? 'Sekretaris DPRD' : `Kepala ${name}`,
  bureau: (name) => `Kepala ${name}`,
  kecamatan: (name) => name.replace(/^(Kecamatan)?\s*/, 'Camat '),
  kelurahan: (name) => name.replace(/^(Kelurahan)?\s*/, 'Lurah '),
  enterprise: (name) => `Direktur Utama ${name}`,
  partner: (name) => `Pimpinan ${name}`,
};

// Units with people enough to propose from: every head needs somebody besides himself.
const hasStaff: ReadonlySet<string> = new Set(['agency', 'enterprise', 'kecamatan', 'secretariat', 'bureau']);

/** The cast: a head for every unit, a secretary and two officials where people are proposed from, and the offices that serve the meeting. */
export function inventCast(units: readonly CastUnit[]): CastMember[] {
  const cast: CastMember[] = [];
  const engage = (unit: CastUnit, kind: PositionKind, title: string): void => {
    const name = inventedName(cast.length);
    const mailbox = name.toLowerCase().replaceAll(/[^a-z]+/g, '.');
    cast.push({ name: `${name} (contoh)`, email: `${mailbox}@makassar.example`, unitCode: unit.code, kind, title });
  };
  for (const unit of units) {
    engage(unit, 'head', headTitle[unit.kind as UnitKind](unit.name));
    if (!hasStaff.has(unit.kind)) continue;
    const isKecamatan = unit.kind === 'kecamatan';
    engage(unit, 'secretary', isKecamatan ? unit.name.replace(/^(Kecamatan)?\s*/, 'Sekretaris Kecamatan ') : `Sekretaris ${unit.name}`);
    if (unit.kind === 'agency' || unit.kind === 'enterprise') {
      engage(unit, 'member', `Kepala Bidang Perencanaan ${unit.name}`);
      engage(unit, 'member', `Kepala Bidang Pelaksanaan ${unit.name}`);
    }
    if (isKecamatan) engage(unit, 'member', unit.name.replace(/^(Kecamatan)?\s*/, 'Kepala Seksi Pembangunan '));
    if (unit.code === 'BAGIAN-PROTOKOL') {
      engage(unit, 'clerk', 'Notulis rapat, Bagian Protokol');
      engage(unit, 'clerk', 'Notulis kedua, Bagian Protokol');
    }
    if (unit.name.includes('Komunikasi')) {
      engage(unit, 'administrator', 'Pengelola sistem, Dinas Komunikasi dan Informatika');
      engage(unit, 'information-officer', 'PPID Utama');
    }
  }
  return cast;
}
