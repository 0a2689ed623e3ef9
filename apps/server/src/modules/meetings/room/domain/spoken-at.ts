/** How far a tablet's clock may stray from ours without words being refused for it. */
const strayMs = 5 * 60_000;

/**
 * The moment at which words were spoken, within the meeting: a device's clock that strays a little is set right; null when the moment is
 * outside. Words written without network come late, so any moment since the opening is good.
 */
export function spokenWithin(meeting: { readonly startedAt: Date; readonly now: Date }, said: Date | undefined): Date | null {
  const { startedAt, now } = meeting;
  if (said === undefined) return now;
  const at = said.getTime();
  if (Number.isNaN(at) || at < startedAt.getTime() - strayMs || at > now.getTime() + strayMs) return null;
  return new Date(Math.min(Math.max(at, startedAt.getTime()), now.getTime()));
}
