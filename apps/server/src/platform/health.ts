import { readHealth } from '@makaverse/contract/system';
import { sql } from 'kysely';
import { openQuery, type Route } from '#platform/module';

/** Answers only when the database answers. */
export function healthRoute(options: { version: string; isEmbedded: boolean }): Route {
  return openQuery(readHealth, async (context) => {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(context.db);
    const version = rows[0]!.version.split(' ')[0]!;
    return {
      status: 'ok' as const,
      version: options.version,
      database: { engine: 'PostgreSQL', version, embedded: options.isEmbedded },
      now: context.now.toISOString(),
    };
  });
}
