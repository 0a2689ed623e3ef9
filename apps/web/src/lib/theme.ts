/** How the page is lit; `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';
const storageKey = 'makaverse.theme';

/** The theme chosen on this device. */
export function currentTheme(): Theme {
  const stored = localStorage.getItem(storageKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Chooses and shows a theme. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme);
  showTheme();
}

/** Shows the chosen theme. */
export function showTheme(): void {
  const theme = currentTheme();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
