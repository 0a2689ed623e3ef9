/**
 * Seconds as a clock shows them; hours only when there are any; the sign is the caller's to say in words.
 *
 * @example clockTime(-75) // "1:15"
 */
export function clockTime(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const two = (part: number): string => String(part).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** An ISO 8601 duration for `<time>`: 75 → "PT75S". */
export function isoDuration(seconds: number): string {
  return `PT${Math.abs(Math.trunc(seconds))}S`;
}
