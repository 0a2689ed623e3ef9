/** Thrown when bytes are no whole interface file of the kind expected. `byte` counts from 0. */
export class InterfaceBytesUnreadable extends Error {
  override readonly name = 'InterfaceBytesUnreadable';
  readonly code = 'interface-file-unreadable';
  readonly byte: number;

  constructor(byte: number, message: string) {
    super(`Byte ${byte} of the interface file: ${message}.`);
    this.byte = byte;
  }
}

/** Reads the little-endian numbers of a binary interface file from front to back, and says what was expected where they end. */
export class InterfaceBytes {
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  /** @throws InterfaceBytesUnreadable unless the file begins with the stamp */
  constructor(bytes: Uint8Array, stamp: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!beginsWith(bytes, stamp)) throw new InterfaceBytesUnreadable(0, `expected the stamp ${stamp}`);
    this.at = stamp.length;
  }

  get length(): number {
    return this.#bytes.length;
  }

  integer(what: string, least = -Infinity, most = Infinity): number {
    const at = this.#take(4, what);
    const value = this.#view.getInt32(at, true);
    if (value >= least && value <= most) return value;
    const swapped = this.#view.getInt32(at, false);
    const hint = swapped >= least && swapped <= most ? ' (the file looks big-endian)' : '';
    throw new InterfaceBytesUnreadable(at, `expected ${what}, found ${value}${hint}`);
  }

  float(what: string): number {
    const at = this.#take(4, what);
    const value = this.#view.getFloat32(at, true);
    if (!Number.isFinite(value)) throw new InterfaceBytesUnreadable(at, `expected ${what}, found ${value}`);
    return value;
  }

  double(what: string): number {
    const at = this.#take(8, what);
    const value = this.#view.getFloat64(at, true);
    if (!Number.isFinite(value)) throw new InterfaceBytesUnreadable(at, `expected ${what}, found ${value}`);
    return value;
  }

  /** Text that ends with a zero byte, in a field of so many bytes. */
  text(size: number, what: string): string {
    const at = this.#take(size, what);
    const field = this.#bytes.subarray(at, at + size);
    const end = field.indexOf(0);
    if (end < 0) throw new InterfaceBytesUnreadable(at, `expected ${what} that ends with a zero byte`);
    return new TextDecoder().decode(field.subarray(0, end));
  }

  #take(size: number, what: string): number {
    const { at } = this;
    if (at + size > this.#bytes.length) throw new InterfaceBytesUnreadable(at, `expected ${what}, found the end of the file`);
    this.at = at + size;
    return at;
  }
}

/** Whether bytes begin with the letters of a stamp. */
export function beginsWith(bytes: Uint8Array, stamp: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, stamp.length)) === stamp;
}
