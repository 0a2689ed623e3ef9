/** What passes between two nodes by their heads alone. `find` leaves its results in the fields, so that a step makes no garbage. */
export abstract class Opening {
  /** m3/s, from the first to the second node */
  flow = 0;
  /** dq/dh, m2/s */
  sensitivity = 0;
  /** Water surface that the opening lends to its two nodes together, m2. */
  surface = 0;
  /** Depth of flow in the opening, m. */
  depth = 0;
  /** Level of its lowest point, m. */
  readonly crest: number;
  readonly hasFlapGate: boolean;

  constructor(crest: number, hasFlapGate: boolean) {
    this.crest = crest;
    this.hasFlapGate = hasFlapGate;
  }

  /**
   * @param h1 head at the first node, m
   * @param h2 head at the second node, m
   * @param setting share open, 0 to 1
   */
  abstract find(h1: number, h2: number, setting: number): void;
}
