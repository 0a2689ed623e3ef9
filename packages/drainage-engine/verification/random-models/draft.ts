import { Dice } from './dice.ts';

/** Units of a model per SI unit: m3/s, m, mm of rain, hectares. */
export interface UnitScale {
  readonly name: string;
  readonly isMetric: boolean;
  readonly flow: number;
  readonly length: number;
  readonly rain: number;
  readonly land: number;
}

const metric = { isMetric: true, length: 1, rain: 1, land: 1 };
const american = { isMetric: false, length: 1 / 0.3048, rain: 1 / 25.4, land: 2.471054 };

/** The six flow units. */
export const unitScales = {
  CFS: { name: 'CFS', ...american, flow: 35.314667 },
  GPM: { name: 'GPM', ...american, flow: 15850.323 },
  MGD: { name: 'MGD', ...american, flow: 22.824465 },
  CMS: { name: 'CMS', ...metric, flow: 1 },
  LPS: { name: 'LPS', ...metric, flow: 1000 },
  MLD: { name: 'MLD', ...metric, flow: 86.4 },
} as const satisfies Readonly<Record<string, UnitScale>>;

/** How a kind of model is drawn: shares between 0 and 1 unless said. */
export interface Style {
  readonly name: string;
  readonly units: Readonly<Partial<Record<keyof typeof unitScales, number>>>;
  readonly routing: 'DYNWAVE' | 'KINWAVE' | 'STEADY';
  readonly conduits: readonly [least: number, most: number];
  readonly hours: readonly [least: number, most: number];
  /** Weights of the shapes of conduits. */
  readonly shapes: Readonly<Record<string, number>>;
  readonly loops: number;
  readonly ponds: number;
  readonly pumps: number;
  readonly catchments: number;
  readonly dryWeather: number;
  readonly inflows: number;
  /** How readily rare features appear (losses, flap gates, odd options, rules). */
  readonly oddities: number;
}

/** A node as it was drawn; heights in m. */
export interface DrawnNode {
  readonly name: string;
  readonly invert: number;
  /** Largest crown over the invert of what joins. */
  crown: number;
  readonly kind: 'junction' | 'storage' | 'divider';
  /** Hectares that drain through it. */
  readonly land: number;
  /** Rows of the section it stands in: written last, when its rim is known. */
  write: (rim: number) => void;
  /** Cover over the crown, m. */
  cover: number;
}

/** A model that is being drawn: rows by section, in the model's units. */
export class Draft {
  readonly dice: Dice;
  readonly style: Style;
  readonly scale: UnitScale;
  readonly rows = new Map<string, string[]>();
  readonly options: Record<string, string | number> = {};
  readonly nodes: DrawnNode[] = [];
  readonly links: { readonly name: string; readonly kind: 'CONDUIT' | 'PUMP' | 'ORIFICE' | 'WEIR' | 'OUTLET'; readonly from: string }[] =
    [];
  readonly usesElevations: boolean;
  hasPumps = false;
  #count = 0;

  constructor(seed: number, style: Style) {
    this.dice = new Dice(seed);
    this.style = style;
    this.scale = unitScales[this.dice.weighted(style.units)];
    this.usesElevations = this.dice.happens(0.2);
  }

  /** A name nobody has yet. */
  name(prefix: string): string {
    this.#count += 1;
    return `${prefix}${this.#count}`;
  }

  add(section: string, ...words: readonly (string | number)[]): void {
    const list = this.rows.get(section) ?? [];
    list.push(words.join(' '));
    this.rows.set(section, list);
  }

  length(metres: number): string {
    return (metres * this.scale.length).toFixed(3);
  }

  area(squareMetres: number): string {
    return (squareMetres * this.scale.length ** 2).toFixed(2);
  }

  flow(cubicMetres: number): string {
    return (cubicMetres * this.scale.flow).toPrecision(5);
  }

  /** Of mm, or of mm/h. */
  rain(millimetres: number): string {
    return (millimetres * this.scale.rain).toFixed(4);
  }

  land(hectares: number): string {
    return (hectares * this.scale.land).toFixed(3);
  }

  /** An offset over a node's invert, as the model counts them. */
  offset(node: { readonly invert: number }, height: number): string {
    if (!this.usesElevations) return this.length(height);
    return height <= 0 && this.dice.happens(0.5) ? '*' : this.length(node.invert + height);
  }

  /** Whether a rare feature appears that an ordinary model of this style has with the given share. */
  isOdd(share: number): boolean {
    return this.dice.happens(share * this.style.oddities);
  }
}
