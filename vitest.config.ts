import { defineConfig } from 'vitest/config';
import { debianPostgresql } from './apps/server/src/testing/debian-postgresql.ts';

const isDebianThere = debianPostgresql() !== null;

/** Unit tests need nothing; API tests share one database server, once ours and once Debian's; journeys need one browser too. */
export default defineConfig({
  test: {
    reporters: ['default', './scripts/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.{ts,tsx}', 'data/**/*.test.ts', 'apps/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.api.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['apps/server/src/**/*.api.test.ts'],
          globalSetup: ['apps/server/src/testing/database-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // Files keep nothing between them but what was loaded: loading it anew for each takes longer than most of their tests.
          isolate: false,
        },
      },
      {
        test: {
          name: 'api-debian',
          include: [isDebianThere ? 'apps/server/src/**/*.api.test.ts' : 'apps/server/src/testing/debian-absent.test.ts'],
          // The first two start the PostgreSQL we carry along themselves; what may leave is decided before the database is asked; a
          // sign-in is above all the reckoning of passwords, which is slow on purpose.
          exclude: [
            '**/node_modules/**',
            '**/killed-server.api.test.ts',
            '**/backup.api.test.ts',
            '**/leak.api.test.ts',
            '**/sign-in.api.test.ts',
          ],
          globalSetup: ['apps/server/src/testing/debian-database-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          isolate: false,
        },
      },
      { test: { name: 'architecture', include: ['tests/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          globalSetup: ['e2e/support/told-city.ts'],
          // After everything else, because each has a server, a database and a browser of its own to keep busy.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
