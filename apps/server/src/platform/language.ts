import { readdirSync, readFileSync } from 'node:fs';
import i18next from 'i18next';

/** Languages of texts the server writes: problems, mail, reasons, minutes. Indonesian is the first. */
export type Language = 'id' | 'en';

// One file per module and language; merged, so that a module's texts live beside nobody else's.
function read(language: Language): Record<string, unknown> {
  const folder = new URL(`../locales/${language}/`, import.meta.url);
  const merged: Record<string, Record<string, unknown>> = {};
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const part = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, Record<string, unknown>>;
    for (const [section, texts] of Object.entries(part)) merged[section] = { ...merged[section], ...texts };
  }
  return merged;
}

const translator = i18next.createInstance();
await translator.init({
  lng: 'id',
  fallbackLng: 'id',
  resources: { id: { translation: read('id') }, en: { translation: read('en') } },
  // Plain text leaves through JSON, mail and PDF, which escape for themselves.
  interpolation: { escapeValue: false },
});

/** The text of `key` in `language`; i18next plurals and `{{name}}` places. */
export function text(language: Language, key: string, params: Readonly<Record<string, unknown>> = {}): string {
  return translator.t(key, { ...params, lng: language });
}

/** Whether there is a text of that key. */
export function hasText(language: Language, key: string): boolean {
  return translator.exists(key, { lng: language });
}

/** The reader's language from an Accept-Language header (RFC 9110, 12.5.4); Indonesian unless English is asked for first. */
export function languageOf(header: string | undefined): Language {
  const first = header?.split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : 'id';
}
