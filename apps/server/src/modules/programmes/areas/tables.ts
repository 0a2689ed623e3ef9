import type { JSONColumnType } from 'kysely';
import type { Boundary } from './domain/judge-boundaries.ts';

declare module '#database/schema' {
  interface Database {
    'programmes.area_boundary': AreaBoundaryTable;
  }
}

interface AreaBoundaryTable {
  code: string;
  coordinates: JSONColumnType<Boundary>;
  /** Who drew it, in the words of whoever brought it in. */
  source: string;
  imported_by_id: string;
  imported_at: Date;
}
