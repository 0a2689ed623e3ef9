import { expect, it } from 'vitest';
import { debianPostgresql } from './debian-postgresql.ts';

const why = 'the API tests run on Debian’s PostgreSQL (skipped: no version 15 or later in /usr/lib/postgresql)';

it.skipIf(debianPostgresql() === null)(why, () => {
  expect(debianPostgresql()).not.toBeNull();
});

it('finds nothing in a folder that is not there', () => {
  expect(debianPostgresql('/no/such/folder')).toBeNull();
});
