import { DomainError } from '#platform/errors';

/** Why a file cannot even be judged feature by feature; each has words of its own. */
export type Unreadable = 'not-json' | 'not-a-collection' | 'projected' | 'empty' | 'too-many';

/** The file as a whole is no GeoJSON of areas. */
export class BoundariesUnreadable extends DomainError {
  constructor(why: Unreadable) {
    super(`boundaries-${why}`, 'invalid');
  }
}
/** Features that cannot be boundaries as they are; nothing of the file was written. */
export class BoundariesWrong extends DomainError {
  constructor(issues: readonly { readonly path: string; readonly message: string }[]) {
    super('boundaries-wrong', 'invalid', { params: { count: issues.length }, issues });
  }
}
