/** 0 is the ground itself: nothing there. */
export type HeatStep = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * Which of five shades a value takes when `max` is the darkest. Anything above nothing is at least the first,
 * so that a single late unit among many is still seen.
 *
 * @example heatStep(1, 153) // 1
 */
export function heatStep(value: number, max: number): HeatStep {
  if (!(value > 0) || !(max > 0)) return 0;
  const step = Math.ceil((Math.min(value, max) / max) * 5);
  return step as HeatStep;
}
