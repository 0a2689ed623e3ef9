/** What a file may hold. */
export type ImportKind = 'units' | 'people';

/** Columns of each kind in the order of the sample file; the server answers with these names. */
export const importColumns: Readonly<Record<ImportKind, readonly string[]>> = {
  units: ['code', 'name', 'shortName', 'kind', 'parent', 'presentingGroup', 'validFrom'],
  people: ['name', 'email', 'phone', 'unit', 'position', 'title', 'acting', 'validFrom', 'validTo'],
};

const unitsFile = `kode,nama,nama singkat,jenis,kode induk,kelompok paparan,sejak
1.03.01,Dinas Pekerjaan Umum,Dinas PU,dinas,KOTA,pelayanan dasar,2022-01-01
1.03.01.B,Bidang Drainase,Drainase,bagian,1.03.01,,2022-01-01
73.71.14,Kecamatan Manggala,Manggala,kecamatan,KOTA,kewilayahan,2022-01-01
73.71.14.1001,Kelurahan Antang,Antang,kelurahan,73.71.14,,2022-01-01
`;

const peopleFile = `nama,surel,telepon,kode unit,jenis jabatan,jabatan,plt/plh,sejak,sampai
Hasnah Contoh,hasnah@makassar.example,0811000001,1.03.01,kepala,Kepala Dinas Pekerjaan Umum,,2022-01-03,
Ilham Contoh,ilham@makassar.example,,1.03.01.B,kepala,Kepala Bidang Drainase,plt,2022-02-01,2022-08-01
Ilham Contoh,ilham@makassar.example,,1.03.01,anggota,Analis Drainase,,2022-01-03,
`;

/** A small file that is taken as it stands. The byte order mark makes spreadsheets read it as UTF-8. */
export function sampleFile(kind: ImportKind): string {
  return `\uFEFF${(kind === 'units' ? unitsFile : peopleFile).replaceAll('\n', '\r\n')}`;
}
