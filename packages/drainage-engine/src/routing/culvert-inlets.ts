/** Constants of one inlet: form of the unsubmerged equation, K and M; c and Y of the submerged one; share of the slope added to the head. */
export type CulvertInlet = {
  readonly form: 1 | 2;
  readonly k: number;
  readonly m: number;
  readonly c: number;
  readonly y: number;
  readonly slopeShare: number;
};

/** FHWA Hydraulic Design Series 5, Hydraulic Design of Highway Culverts, 3rd ed. (2012), table A.1: form, K, M, c, Y. */
const TABLE: readonly (readonly [form: 1 | 2, k: number, m: number, c: number, y: number])[] = [
  // Circular concrete: square edge with headwall, groove end with headwall, groove end projecting.
  [1, 0.0098, 2, 0.0398, 0.67], [1, 0.0018, 2, 0.0292, 0.74], [1, 0.0045, 2, 0.0317, 0.69],
  // Circular corrugated metal: headwall, mitered to slope, projecting.
  [1, 0.0078, 2, 0.0379, 0.69], [1, 0.021, 1.33, 0.0463, 0.75], [1, 0.034, 1.5, 0.0553, 0.54],
  // Circular with a bevelled ring: 45 and 33.7 degrees.
  [1, 0.0018, 2.5, 0.03, 0.74], [1, 0.0018, 2.5, 0.0243, 0.83],
  // Concrete box: wingwalls flared 30 to 75 degrees, 90 and 15 degrees, not at all.
  [1, 0.026, 1, 0.0347, 0.81], [1, 0.061, 0.75, 0.04, 0.8], [1, 0.061, 0.75, 0.0423, 0.82],
  // Box with flared wingwalls and a bevelled top edge: 45 degrees, 18 to 33.7 degrees.
  [2, 0.51, 0.667, 0.0309, 0.8], [2, 0.486, 0.667, 0.0249, 0.83],
  // Box with a headwall at 90 degrees: chamfers, bevels of 45 and of 33.7 degrees.
  [2, 0.515, 0.667, 0.0375, 0.79], [2, 0.495, 0.667, 0.0314, 0.82], [2, 0.486, 0.667, 0.0252, 0.865],
  // Box with a skewed headwall: chamfers at 45, 30 and 15 degrees, bevels at 10 to 45 degrees.
  [2, 0.545, 0.667, 0.04505, 0.73], [2, 0.533, 0.667, 0.0425, 0.705], [2, 0.522, 0.667, 0.0402, 0.68], [2, 0.498, 0.667, 0.0327, 0.75],
  // Chamfered box, wingwalls not offset: 45 degrees, 18.4 degrees, the same with the barrel skewed by 30 degrees.
  [2, 0.497, 0.667, 0.0339, 0.803], [2, 0.493, 0.667, 0.0361, 0.806], [2, 0.495, 0.667, 0.0386, 0.71],
  // Box with a bevelled top edge and offset wingwalls: 45, 33.7 and 18.4 degrees.
  [2, 0.497, 0.667, 0.0302, 0.835], [2, 0.495, 0.667, 0.0252, 0.881], [2, 0.493, 0.667, 0.0227, 0.887],
  // Box of corrugated metal: headwall, thick wall projecting, thin wall projecting.
  [1, 0.0083, 2, 0.0379, 0.69], [1, 0.0145, 1.75, 0.0419, 0.64], [1, 0.034, 1.5, 0.0496, 0.57],
  // Horizontal ellipse of concrete: square edge with headwall, groove end with headwall, groove end projecting.
  [1, 0.01, 2, 0.0398, 0.67], [1, 0.0018, 2.5, 0.0292, 0.74], [1, 0.0045, 2, 0.0317, 0.69],
  // Vertical ellipse of concrete: the same three.
  [1, 0.01, 2, 0.0398, 0.67], [1, 0.0018, 2.5, 0.0292, 0.74], [1, 0.0095, 2, 0.0317, 0.69],
  // Pipe arch of corrugated metal, corners of 18 inches: headwall, mitered to slope, projecting.
  [1, 0.0083, 2, 0.0379, 0.69], [1, 0.03, 1, 0.0463, 0.75], [1, 0.034, 1.5, 0.0496, 0.57],
  // Pipe arch of structural plates, corners of 18 inches: projecting, no bevels, bevels of 33.7 degrees; then corners of 31 inches.
  [1, 0.03, 1.5, 0.0496, 0.57], [1, 0.0088, 2, 0.0368, 0.68], [1, 0.003, 2, 0.0269, 0.77],
  [1, 0.03, 1.5, 0.0496, 0.57], [1, 0.0088, 2, 0.0368, 0.68], [1, 0.003, 2, 0.0269, 0.77],
  // Arch of corrugated metal: headwall, mitered to slope, thin wall projecting.
  [1, 0.0083, 2, 0.0379, 0.69], [1, 0.03, 1, 0.0473, 0.75], [1, 0.034, 1.5, 0.0496, 0.57],
  // Circular with a tapered throat: smooth, rough.
  [2, 0.534, 0.555, 0.0196, 0.9], [2, 0.519, 0.64, 0.021, 0.9],
  // Elliptical face, tapered: bevelled edges, square edges, thin edge projecting.
  [2, 0.536, 0.622, 0.0368, 0.83], [2, 0.5035, 0.719, 0.0478, 0.8], [2, 0.547, 0.8, 0.0598, 0.75],
  // Rectangular with a tapered throat; side-tapered and slope-tapered concrete, each with less and more favourable edges.
  [2, 0.475, 0.667, 0.0179, 0.97], [2, 0.56, 0.667, 0.0446, 0.85], [2, 0.56, 0.667, 0.0378, 0.87],
  [2, 0.5, 0.667, 0.0446, 0.65], [2, 0.5, 0.667, 0.0378, 0.71],
]; // prettier-ignore

/** Inlets mitered to the slope: they need more head by 0.7 of the slope, the others less by half of it (HDS-5, eqs. A.1 and A.3). */
const MITERED: ReadonlySet<number> = new Set([5, 37, 46]);

/**
 * Inlet of a culvert code (SWMM 5.2 User's Manual, table A.10, which follows HDS-5); null for another code.
 *
 * @example culvertInlet(1)!.k // 0.0098, circular concrete with a square edge
 */
export function culvertInlet(code: number): CulvertInlet | null {
  const row = TABLE[code - 1];
  if (row === undefined) return null;
  const [form, k, m, c, y] = row;
  return { form, k, m, c, y, slopeShare: MITERED.has(code) ? 0.7 : -0.5 };
}
