/** Runs the work unless another window on this device holds the same lock; resolves with whether it ran. */
export async function alone(lock: string, work: () => Promise<void>): Promise<boolean> {
  // Absent outside secure contexts; there the idempotency key alone keeps two windows from doubling what they send.
  const locks = 'locks' in navigator ? navigator.locks : null;
  if (!locks) {
    await work();
    return true;
  }
  return await locks.request(lock, { ifAvailable: true }, async (held) => {
    if (held) await work();
    return held !== null;
  });
}
