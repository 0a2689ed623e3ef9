import pg from 'pg';

/** A standing LISTEN on one channel. */
export interface Listener {
  close(): Promise<void>;
}

/**
 * Listens on `channel` for as long as the process lives. After a broken connection it connects again and calls `onGap`, because
 * notifications sent meanwhile are lost (PostgreSQL keeps none for absent listeners).
 */
export async function keepListening(options: {
  url: string;
  channel: string;
  onPayload: (payload: string) => void;
  onGap: () => void;
}): Promise<Listener> {
  const retryMs = 500;
  let isClosed = false;
  let client: pg.Client;
  const connect = async (): Promise<void> => {
    client = new pg.Client({ connectionString: options.url, application_name: 'makaverse-listen', keepAlive: true });
    const lost = (): void => {
      if (!isClosed) setTimeout(reconnect, retryMs).unref();
    };
    client.on('notification', (message) => options.onPayload(message.payload ?? ''));
    // The 'end' that follows does the work; an 'error' nobody hears would end the process.
    client.on('error', () => client.end().catch(() => client.removeAllListeners('error')));
    await client.connect();
    client.once('end', lost);
    await client.query(`listen ${pg.escapeIdentifier(options.channel)}`);
  };
  const reconnect = (): void => {
    connect().then(options.onGap, () => {
      if (!isClosed) setTimeout(reconnect, retryMs).unref();
    });
  };
  await connect();
  return {
    close: async () => {
      isClosed = true;
      await client.end();
    },
  };
}
