/**
 * Joins class names and leaves out what does not apply.
 *
 * @example classNames("mv-button", isBusy && "mv-button-busy") // "mv-button"
 */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
