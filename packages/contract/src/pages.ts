/** Addresses of the web app's pages: servers link to them in mail, gaps and asks; the router declares them. Written once, here. */
export const pageOf = {
  today: () => '/hari-ini',
  mayor: () => '/wali-kota',
  meetings: () => '/rapat',
  newMeeting: () => '/rapat/baru',
  meeting: (id: string) => `/rapat/${id}`,
  meetingAgenda: (id: string) => `/rapat/${id}/acara`,
  clerk: (meetingId: string) => `/rapat/${meetingId}/notulis`,
  chair: (meetingId: string) => `/rapat/${meetingId}/pimpinan`,
  roomScreen: (meetingId: string) => `/rapat/${meetingId}/layar`,
  attendance: (meetingId: string) => `/rapat/${meetingId}/hadir`,
  minutes: (meetingId: string) => `/rapat/${meetingId}/notulen`,
  refresh: (meetingId: string) => `/rapat/${meetingId}/penyegaran`,
  directives: () => '/arahan',
  /** `mend` opens the place where a gap is mended. */
  directive: (id: string, mend?: string) => (mend ? `/arahan/${id}?mend=${mend}` : `/arahan/${id}`),
  cascade: (directiveId: string) => `/arahan/${directiveId}/rantai`,
  task: (id: string) => `/tugas/${id}`,
  heatMap: () => '/arahan/peta-panas',
  programmes: () => '/program',
  programme: (id: string) => `/program/${id}`,
  /** `part` opens one of its parts: `dokumen`. */
  programmePlan: (id: string, part?: string) => (part ? `/program/${id}/rencana?bagian=${part}` : `/program/${id}/rencana`),
  /** How it really stands, and its whole story. */
  programmeTruth: (id: string) => `/program/${id}/keadaan`,
  /** Every promise moved, or those of one unit or person. */
  promises: (of: { readonly unit?: string; readonly orang?: string } = {}) => {
    const query = new URLSearchParams(of).toString();
    return query ? `/janji?${query}` : '/janji';
  },
  /** Official boundaries of kecamatan and kelurahan. */
  boundaries: () => '/batas-wilayah',
  obstacles: () => '/hambatan',
  obstacle: (id: string) => `/hambatan/${id}`,
  /** Shown on the wall of the War Room. */
  warRoom: () => '/layar',
  /** Reporting on one unit's part of it. */
  checkIn: (programmeId: string, unitId?: string) =>
    unitId ? `/program/${programmeId}/lapor?unit=${unitId}` : `/program/${programmeId}/lapor`,
  /** The page the link in a reminder opens, without sign-in. */
  checkInLink: (token: string) => `/lapor/${token}`,
  /** Photos to be looked at. */
  evidenceFlags: () => '/bukti',
  evidenceFlag: (id: string) => `/bukti/${id}`,
  nominations: () => '/usulan',
  nomination: (id: string) => `/usulan/${id}`,
  directory: () => '/direktori',
  unit: (id: string) => `/direktori/unit/${id}`,
  person: (id: string) => `/direktori/orang/${id}`,
  imports: () => '/impor',
  audit: () => '/audit',
  account: () => '/akun',
  mailbox: () => '/surat',
  signIn: () => '/masuk',
  setUp: () => '/siapkan',
  /** The page a mailed one-time link opens. */
  redeemLink: (token: string) => `/kata-sandi?token=${encodeURIComponent(token)}`,
} as const;
