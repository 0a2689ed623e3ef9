/** Thrown when a GeoJSON file is no drainage network. Names the feature, counted from 1, and what was expected. */
export class GeoJsonUnreadable extends Error {
  readonly code = 'geojson-unreadable';

  constructor(message: string) {
    super(message);
    this.name = 'GeoJsonUnreadable';
  }
}

/** Reads the attributes of one feature and says what it expected. */
export class FeatureProperties {
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #place: string;

  constructor(values: Readonly<Record<string, unknown>>, place: string) {
    this.#values = values;
    this.#place = place;
  }

  fail(message: string): never {
    throw new GeoJsonUnreadable(`${this.#place}: ${message}`);
  }

  has(key: string): boolean {
    return this.#values[key] !== undefined && this.#values[key] !== null;
  }

  text(key: string): string {
    const value = this.#values[key];
    if (typeof value === 'string' && value !== '') return value;
    // Many survey tools number their objects.
    return typeof value === 'number' ? String(value) : this.fail(`expected a text as "${key}"`);
  }

  textOr<Fallback>(key: string, fallback: Fallback): string | Fallback {
    return this.has(key) ? this.text(key) : fallback;
  }

  number(key: string, fallback?: number, least = -Infinity): number {
    if (!this.has(key) && fallback !== undefined) return fallback;
    const value = this.#values[key];
    if (typeof value !== 'number' || !Number.isFinite(value) || value < least) {
      return this.fail(`expected a number${least > -Infinity ? ` of at least ${least}` : ''} as "${key}"`);
    }
    return value;
  }

  flag(key: string, fallback = false): boolean {
    const value = this.#values[key] ?? fallback;
    return typeof value === 'boolean' ? value : this.fail(`expected true or false as "${key}"`);
  }

  oneOf<Choice extends string>(key: string, choices: readonly Choice[], fallback?: Choice): Choice {
    const value = this.#values[key] ?? fallback;
    const found = choices.find((choice) => choice === value);
    return found ?? this.fail(`expected one of ${choices.join(', ')} as "${key}"`);
  }

  /** A nested object that says by `tag` of which kind it is; its numbers must be finite. */
  tagged<Shape extends object>(key: string, tag: string, fallback?: Shape): Shape {
    const value = this.#values[key] ?? fallback;
    if (typeof value !== 'object' || value === null || typeof (value as Record<string, unknown>)[tag] !== 'string') {
      return this.fail(`expected an object with "${tag}" as "${key}"`);
    }
    const isSound = Object.values(value).every((one) => typeof one !== 'number' || Number.isFinite(one));
    return isSound ? (value as Shape) : this.fail(`expected finite numbers in "${key}"`);
  }

  /** The attributes of a nested object. */
  nested(key: string): FeatureProperties {
    const value = this.#values[key];
    if (typeof value !== 'object' || value === null) return this.fail(`expected an object as "${key}"`);
    return new FeatureProperties(value as Record<string, unknown>, `${this.#place}, "${key}"`);
  }
}
