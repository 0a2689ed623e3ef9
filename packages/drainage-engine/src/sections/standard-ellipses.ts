const METRES_PER_INCH = 0.0254;

/** Rise and span in inches of elliptical concrete pipes, lying, by size code from 1 (SWMM Reference Manual Vol. II, table D-1). */
const INCHES: readonly (readonly [rise: number, span: number])[] = [
  [14, 23], [19, 30], [22, 34], [24, 38], [27, 42], [29, 45], [32, 49], [34, 53], [38, 60], [43, 68], [48, 76], [53, 83],
  [58, 91], [63, 98], [68, 106], [72, 113], [77, 121], [82, 128], [87, 136], [92, 143], [97, 151], [106, 166], [116, 180],
]; // prettier-ignore

/**
 * Short and long axis of a standard elliptical pipe, m; null for an unknown code.
 *
 * @example standardEllipse(1) // { short: 0.3556, long: 0.5842 }
 */
export function standardEllipse(code: number): { readonly short: number; readonly long: number } | null {
  const size = INCHES[Math.floor(code) - 1];
  return size === undefined ? null : { short: size[0] * METRES_PER_INCH, long: size[1] * METRES_PER_INCH };
}
