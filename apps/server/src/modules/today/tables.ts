declare module '#database/schema' {
  interface Database {
    'today.digest': DigestTable;
  }
}

interface DigestTable {
  person_id: string;
  for_day: string;
  at: Date;
  /** How many asks the mail named; with none no mail was written. */
  asks: number;
}
