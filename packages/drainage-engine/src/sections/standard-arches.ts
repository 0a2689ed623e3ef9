const METRES_PER_INCH = 0.0254;

/**
 * Rise and span in inches of arch pipes by size code from 1 (SWMM Reference Manual Vol. II, table E-1): concrete,
 * corrugated steel of both corrugations, structural plate with corners of 19 and of 31 inches.
 */
const INCHES: readonly (readonly [rise: number, span: number])[] = [
  [11, 18], [13.5, 22], [15.5, 26], [18, 28.5], [22.5, 36.25], [26.625, 43.75], [31.3125, 51.125], [36, 58.5], [40, 65],
  [45, 73], [54, 88], [62, 102], [72, 115], [77.5, 122], [87.125, 138], [96.875, 154], [106.5, 168.75],
  [13, 17], [15, 21], [18, 24], [20, 28], [24, 35], [29, 42], [33, 49], [38, 57], [43, 64],
  [47, 71], [52, 77], [57, 83],
  [31, 40], [36, 46], [41, 53], [46, 60], [51, 66], [55, 73], [59, 81], [63, 87], [67, 95],
  [71, 103], [75, 112], [79, 117], [83, 128], [87, 137], [91, 142],
  [55, 73], [57, 76], [59, 81], [61, 84], [63, 87], [65, 92], [67, 95], [69, 98], [71, 103],
  [73, 106], [75, 112], [77, 114], [79, 117], [81, 123], [83, 128], [85, 131], [87, 137], [89, 139],
  [91, 142], [93, 148], [95, 150], [97, 152], [100, 154], [101, 161], [103, 167], [105, 169], [107, 171],
  [109, 178], [111, 184], [113, 186], [115, 188], [118, 190], [119, 197], [121, 199],
  [112, 159], [114, 162], [116, 168], [118, 170], [120, 173], [122, 179], [124, 184], [126, 187], [128, 190],
  [130, 195], [132, 198], [134, 204], [136, 206], [138, 209], [140, 215], [142, 217], [144, 223], [146, 225],
  [148, 231], [150, 234], [152, 236], [154, 239], [156, 245], [158, 247],
]; // prettier-ignore

/**
 * Rise and span of a standard arch pipe, m; null for an unknown code.
 *
 * @example standardArch(1) // { rise: 0.2794, span: 0.4572 }
 */
export function standardArch(code: number): { readonly rise: number; readonly span: number } | null {
  const size = INCHES[Math.floor(code) - 1];
  return size === undefined ? null : { rise: size[0] * METRES_PER_INCH, span: size[1] * METRES_PER_INCH };
}
