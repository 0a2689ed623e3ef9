import type { Actor } from '#platform/actor';
import { isAdministrator } from '#modules/identity';

/** What the city officially reaches to is brought in by the administrator, like its units; everybody looks at it. */
export function mayImportBoundaries(actor: Actor): boolean {
  return isAdministrator(actor);
}
