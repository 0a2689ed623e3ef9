import type { Adapter, AdapterPayload } from 'oidc-provider';

const kept = new Map<string, AdapterPayload>();

/** Where the provider of the tests keeps what it gave out: in this process, until it ends. */
export class MemoryAdapter implements Adapter {
  readonly #kind: string;
  constructor(kind: string) {
    this.#kind = kind;
  }
  #key(id: string): string {
    return `${this.#kind} ${id}`;
  }
  upsert(id: string, payload: AdapterPayload): Promise<void> {
    return Promise.resolve(void kept.set(this.#key(id), payload));
  }
  find(id: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(kept.get(this.#key(id)));
  }
  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve([...kept].find(([key, payload]) => key.startsWith(`${this.#kind} `) && payload.uid === uid)?.[1]);
  }
  /** Of the device flow, which is switched off. */
  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
  consume(id: string): Promise<void> {
    const payload = kept.get(this.#key(id));
    if (payload) payload['consumed'] = Math.floor(Date.now() / 1000);
    return Promise.resolve();
  }
  destroy(id: string): Promise<void> {
    return Promise.resolve(void kept.delete(this.#key(id)));
  }
  revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
    return Promise.resolve();
  }
}
