/**
 * Records of the kernel: what a trial reads and writes of one link or node stands side by side in one Float64Array, so that it comes with
 * one or two lines of the cache instead of one line an array. Each constant is the place of a number in its record. SI.
 */

/** Numbers of the fixed record of a link (`Network.link`). */
export const FIXED = 10;
/** Levels of the ends, m. */
export const BED_1 = 0;
export const BED_2 = 1;
/** Full depth, bottom width, sum of the side slopes, wetted length of both sides a metre of depth; see `SectionSet`. */
export const FULL = 2;
export const BOTTOM = 3;
/** In the place of a bottom width, for sections from a table: where it begins in `SectionSet.tables`. */
export const TABLE_START = 3;
export const SLOPES = 4;
export const SIDES = 5;
export const INVERSE_LENGTH = 6;
/** Quarter of the length, m. */
export const QUARTER = 7;
/** g n2 */
export const FRICTION = 8;
/** sqrt(slope) / n */
export const BETA = 9;

/** Numbers of the changing record of a link (`NetworkState.link`). */
export const MOVING = 10;
/** Water surface that the link gives to its nodes in this trial, m2. */
export const SURFACE_1 = 0;
export const SURFACE_2 = 1;
/** dq/dh, m2/s. */
export const RESPONSE = 2;
/** Inverse cube root of the hydraulic radius of the last trial, from which the next is found. */
export const ROOT = 3;
/** What the first trial last saw: depths at the ends, m, width at the middle, m, and water in each half, m3 of all barrels. */
export const END_1 = 4;
export const END_2 = 5;
export const MIDDLE_WIDTH = 6;
export const HALF_1 = 7;
export const HALF_2 = 8;
/** Width of the water surface at the middle, m; 0 where a closed section is full. */
export const TOP_WIDTH = 9;

/** Numbers of the record of a conduit that may fall freely (`NetworkState.fall`). */
export const FALL = 7;
/** Flow of one barrel for which critical and normal depth were found, m3/s, these, m, and d ln y / d ln q of both. */
export const FALL_FLOW = 0;
export const CRITICAL = 1;
export const NORMAL = 2;
export const CRITICAL_POWER = 3;
export const NORMAL_POWER = 4;
/** The end from which the last step saw the conduit fall freely (0 none, 1 lower, 2 upper), and water kept back, m3; see `keepBack`. */
export const FELL = 5;
export const KEPT_BACK = 6;

/** Numbers of the record of a node (`NetworkState.node`). */
export const NODE = 16;
/** Level that the links see in this trial, m: of the depth, or of the depth foreseen for the middle of the step. */
export const HEAD = 0;
/** How far that level lies above the one at the step's beginning (first trial) or below the one at its end, m. */
export const LEAD = 1;
/** Inflow less outflow in this trial, m3/s. */
export const NET = 2;
/** Water surface that the links give to the node in this trial, m2. */
export const SURFACE = 3;
/** Sum of dq/dh, m2/s. */
export const SENSITIVITY = 4;
/** How far the last trial moved the node, m. */
export const MOVED = 5;
/** Depth foreseen for the end of the step, m. */
export const FORESEEN = 6;
/** 1: the last step ended where it was foreseen. */
export const IS_SMOOTH = 7;
/** Inflow less outflow at the end of the last step, m3/s. */
export const OLD_NET = 8;
/** Water that came to the node but stands nowhere yet, m3; see `mass-debt.ts`. */
export const DEBT = 9;
/** Share of it that this step puts right, m3. */
export const CARRY = 10;
/** Surface beyond that of the conduits (of structures, and to make up the least a node has), m2, and the water on it, m3. */
export const SPARE = 11;
export const SHAFT = 12;
/** The last surface the node had before it came under pressure, m2. */
export const FREE_SURFACE = 13;
/** The part of the surface that structures give, m2: no conduit holds its water. */
export const STRUCTURE_SURFACE = 14;
/** Evaporation and seepage from the node, m3/s. */
export const LOSS = 15;
