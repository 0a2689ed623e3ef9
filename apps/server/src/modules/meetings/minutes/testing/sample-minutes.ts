import type { Happened, MinutesVersion } from '../domain/happened.ts';
import type { PrintedMinutes } from '../pdf/printed-minutes.ts';

const at = (time: string): string => new Date(`2022-03-15T${time}:00+08:00`).toISOString();
const chair = { name: 'Andi Baso Contoh', title: 'Wali Kota' };
const clerk = { name: 'Nurul Contoh', title: 'Notulis' };

/** Minutes of an invented evening, with any part replaced. */
export function sampleMinutes(more: { happened?: Partial<Happened>; version?: Partial<MinutesVersion> } = {}): PrintedMinutes {
  const happened: Happened = {
    letterhead: ['PEMERINTAH KOTA MAKASSAR', 'SEKRETARIAT DAERAH'],
    city: 'Makassar',
    title: 'Rapat Koordinasi Khusus Maret 2022',
    kind: 'rakorsus',
    place: 'Balai Kota dan daring',
    startedAt: at('19:00'),
    closedAt: new Date('2022-03-16T01:50:00+08:00').toISOString(),
    chair,
    clerks: [clerk],
    refreshOf: { title: 'Rapat Koordinasi Khusus Februari 2022', startsAt: new Date('2022-02-15T19:00:00+08:00').toISOString() },
    agenda: [],
    directives: Array.from({ length: 3 }, (_, index) => ({
      number: `2022/03-${index + 1}`,
      words: 'Bersihkan saluran tersumbat di sekitar sekolah dan laporkan setiap Jumat dengan foto sebelum dan sesudah.',
      agendaItemId: null,
      givenBy: chair,
      addressees: ['Dinas Pekerjaan Umum', 'semua kecamatan'],
      deadline: '2022-03-31',
      measure: '40 saluran bersih',
      reviewer: { name: 'Rahma Contoh', title: 'Asisten I' },
    })),
    attendance: [
      {
        unit: 'Dinas Pekerjaan Umum',
        people: [
          { name: 'Hasan Contoh', title: 'Kepala Dinas Pekerjaan Umum', cameAt: at('18:55'), leftAt: null },
          { name: 'Ṣāliḥ “Tamu” Contoh', title: '', cameAt: at('19:20'), leftAt: at('22:00') },
        ],
      },
    ],
    invitedUnits: 3,
    absentUnits: ['Kecamatan Manggala', 'Perumda Air Minum'],
    ...more.happened,
  };
  const version: MinutesVersion = {
    versionNumber: 1,
    happened,
    summary: 'Rapat dibuka pukul 19.00 WITA.\n\nHadir 2 orang.',
    sections: [
      { heading: '1. Pembukaan', body: 'Dibahas pukul 19.00–19.12 WITA.', agendaItemId: null },
      { heading: '2. Drainase', body: 'Permasalahan: saluran tersumbat.\nSolusi: kerja bersama.', agendaItemId: null },
    ],
    ...more.version,
  };
  return {
    version,
    digest: 'abff'.repeat(16),
    writtenBy: clerk,
    writtenAt: new Date('2022-03-16T08:00:00+08:00'),
    approval: { by: chair, at: new Date('2022-03-16T10:00:00+08:00'), isForChair: false },
  };
}
