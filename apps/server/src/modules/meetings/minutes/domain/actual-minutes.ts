const msPerMinute = 60_000;

/** Minutes an item really took, over all its spans; rounded once, at the end, so that many short ones are not lost. */
export function actualMinutes(spans: readonly { readonly from: string; readonly to: string }[]): number {
  return Math.round(spans.reduce((sum, span) => sum + Math.max(0, Date.parse(span.to) - Date.parse(span.from)), 0) / msPerMinute);
}
