// The first that fits: Edge and Samsung's browser call themselves Chrome too, and Chrome calls itself Safari.
const browsers = [
  ['Edg', 'Edge'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Macintosh', 'Mac'],
  ['CrOS', 'Chromebook'],
  ['Linux', 'Linux'],
] as const;

/** A first name for a device from what its browser calls itself; null for what is not recognised. */
export function deviceName(userAgent: string): { readonly browser: string; readonly system: string } | null {
  const [browser, system] = [browsers, systems].map((list) => list.find(([mark]) => userAgent.includes(mark))?.[1]);
  return browser && system ? { browser, system } : null;
}
