import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Languages of the interface; Indonesian is the first. */
export type Language = 'id' | 'en';

const files = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.json');
const storageKey = 'makaverse.language';

/** Each feature's texts are loaded with the feature. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (!load) return done(new Error(`no texts for ${language}/${namespace}`), false);
    load().then(
      (file) => done(null, file.default),
      (error: unknown) => done(error as Error, false),
    );
  },
};

function chosen(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'id';
}

/** Starts the texts; resolves when those of the shell are there. */
export async function startLanguage(): Promise<void> {
  document.documentElement.lang = chosen();
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: chosen(),
      fallbackLng: 'id',
      ns: ['shell'],
      defaultNS: 'shell',
      interpolation: { escapeValue: false },
    });
}

/** The language shown at present. */
export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'id';
}

/** Changes the language for this device and shows it at once. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
