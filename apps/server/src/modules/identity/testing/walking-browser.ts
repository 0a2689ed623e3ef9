import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

/** A browser that follows redirects between our server, which has no socket in tests, and others, and keeps cookies for each. */
export class WalkingBrowser {
  readonly #server: FastifyInstance;
  readonly #own: string;
  readonly #cookies = new Map<string, Map<string, string>>();
  constructor(server: FastifyInstance, publicUrl: string) {
    this.#server = server;
    this.#own = publicUrl;
  }

  /** Opens one of our own addresses and goes no further. */
  async open(path: string): Promise<LightMyRequestResponse> {
    const reply = await this.#server.inject({ method: 'GET', url: path, headers: { cookie: this.#cookieFor(this.#own) } });
    this.#keep(this.#own, [reply.headers['set-cookie'] ?? []].flat());
    return reply;
  }

  /** Follows another site until it sends the browser back to us; gives the path it is sent to. */
  async walk(address: string): Promise<string> {
    let url = new URL(address);
    for (let left = 12; url.origin !== this.#own; left -= 1) {
      const reply = await fetch(url, { redirect: 'manual', headers: { cookie: this.#cookieFor(url.origin) } });
      this.#keep(url.origin, reply.headers.getSetCookie());
      const next = reply.headers.get('location');
      if (left === 0 || next === null) throw new Error(`${url.href} leads nowhere: ${reply.status} ${await reply.text()}`);
      url = new URL(next, url);
    }
    return url.pathname + url.search;
  }

  #cookieFor(origin: string): string {
    return [...(this.#cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(origin: string, lines: readonly string[]): void {
    const kept = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, kept);
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) kept.delete(name);
      else kept.set(name, value);
    }
  }
}
