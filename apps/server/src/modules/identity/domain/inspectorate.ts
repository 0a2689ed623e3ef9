/** Permendagri 90/2019 gives the inspectorate the code 6.01 in every city ("unsur pengawasan urusan pemerintahan"). */
const supervision = '6.01';

/** Whether a unit is the city's inspectorate. */
export function isInspectorate(unit: { readonly code: string; readonly kind: string }): boolean {
  return unit.kind === 'agency' && (unit.code === supervision || unit.code.startsWith(`${supervision}.`));
}
