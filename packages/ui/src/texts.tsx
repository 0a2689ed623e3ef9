import { createContext, useContext, type ReactNode } from 'react';

/**
 * The few words that belong to a component and not to a screen. The application gives them once, in its
 * language; this package holds none.
 */
export type UiTexts = {
  /** "Tutup" */
  readonly close: string;
  /** "Kembali" */
  readonly back: string;
  /** "Batal" */
  readonly cancel: string;
  /** "opsional" */
  readonly optional: string;
  /** "Lainnya" */
  readonly more: string;
  /** "Langsung ke isi" */
  readonly skipToContent: string;
  /** "Menu utama" */
  readonly mainNavigation: string;
  /** "Saring" */
  readonly filter: string;
  /** "Tidak ada yang cocok." */
  readonly noMatch: string;
  /** "Mencari…" */
  readonly searching: string;
  /** "Pencarian gagal. Coba lagi." */
  readonly searchFailed: string;
  /** "Buka daftar" */
  readonly openList: string;
  /** "Kosongkan" */
  readonly clear: string;
  /** "Hapus {label}" */
  readonly remove: (label: string) => string;
  /** "Unduh CSV" */
  readonly downloadCsv: string;
  /** "Lihat sebagai tabel" */
  readonly viewAsTable: string;
  /** "Lihat sebagai gambar" */
  readonly viewAsFigure: string;
  /** "Memuat…" */
  readonly loading: string;
  /** "Pemberitahuan" */
  readonly notifications: string;
};

const TextsContext = createContext<UiTexts | null>(null);

/**
 * @example <UiTextsProvider texts={t("ui", { returnObjects: true })}>{app}</UiTextsProvider>
 */
export function UiTextsProvider(props: { readonly texts: UiTexts; readonly children: ReactNode }): ReactNode {
  return <TextsContext value={props.texts}>{props.children}</TextsContext>;
}

/** The words given by the nearest {@link UiTextsProvider}; throws when there is none, because a silent control is a broken one. */
export function useUiTexts(): UiTexts {
  const texts = useContext(TextsContext);
  if (texts === null) throw new Error('Wrap the application in <UiTextsProvider texts={…}>.');
  return texts;
}
