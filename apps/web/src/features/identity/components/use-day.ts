import { witaDate } from '@makaverse/calendar';
import { useAddressValue } from '#lib/navigate.ts';
import { useSession } from '#lib/session.tsx';
import { dayOfAddress } from '../model/directory-address.ts';

/** The day a page of the directory is seen on; it stands in the address, so that it can be sent to somebody. */
export interface SeenDay {
  readonly today: string;
  /** Today or the day asked for. */
  readonly on: string;
  /** The day asked for; null is today. */
  readonly asked: string | null;
  readonly choose: (day: string | null) => void;
}

/** Reads the day from the address. */
export function useDay(): SeenDay {
  const { now } = useSession();
  const [value, change] = useAddressValue('tanggal');
  const today = witaDate(new Date(now));
  const day = dayOfAddress(value);
  const asked = day === today ? null : day;
  return { today, on: asked ?? today, asked, choose: (next) => change(next === today ? null : next) };
}
