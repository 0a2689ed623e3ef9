import { DomainError } from '#platform/errors';
import { text, type Language } from '#platform/language';

/** Why a file cannot even be judged row by row. */
export type Unreadable =
  | 'not-a-table'
  | 'encoding'
  | 'csv-broken'
  | 'columns-missing'
  | 'column-twice'
  | 'empty'
  | 'too-many-rows'
  | 'xlsx-broken'
  | 'xlsx-too-big';

/** The file as a whole is no table we can read; the reason says what to do. */
export class ImportUnreadable extends DomainError {
  constructor(language: Language, why: Unreadable, params: Readonly<Record<string, string | number>> = {}) {
    super('import-unreadable', 'invalid', { params: { why: text(language, `importWhy.${why}`, params) } });
  }
}
