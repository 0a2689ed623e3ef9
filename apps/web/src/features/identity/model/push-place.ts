/** Whether this device can be told at once where this page is open, and if not, why. */
export type PushPlace = 'usable' | 'not-secure' | 'home-screen' | 'device-cannot' | 'refused';

/** What decides it. */
export interface PushHere {
  /** https, or the machine itself (Secure Contexts, W3C). */
  readonly isSecure: boolean;
  readonly hasPush: boolean;
  /** What the browser was told about notices: `default` is not asked yet. */
  readonly permission: NotificationPermission | null;
  readonly userAgent: string;
  readonly touchPoints: number;
  /** Opened from the home screen. */
  readonly isStandalone: boolean;
}

/** Apple's phones and tablets tell only what stands on their home screen (WebKit, from iOS 16.4); an iPad calls itself a Macintosh. */
function isApplesPhone({ userAgent, touchPoints }: PushHere): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && touchPoints > 1);
}

/** Why not, the reason that can be mended first. */
export function pushPlace(here: PushHere): PushPlace {
  if (!here.isSecure) return 'not-secure';
  if (!here.hasPush) return isApplesPhone(here) && !here.isStandalone ? 'home-screen' : 'device-cannot';
  return here.permission === 'denied' ? 'refused' : 'usable';
}
