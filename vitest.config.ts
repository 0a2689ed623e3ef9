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
        },
      },
      {
        test: {
          name: 'api-debian',
          include: [isDebianThere ? 'apps/server/src/**/*.api.test.ts' : 'apps/server/src/testing/debian-absent.test.ts'],
          // Starts the PostgreSQL we carry along itself.
          exclude: ['**/node_modules/**', '**/killed-server.api.test.ts', '**/backup.api.test.ts'],
          globalSetup: ['apps/server/src/testing/debian-database-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
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
          fileParallelism: false,
        },
      },
    ],
  },
});
