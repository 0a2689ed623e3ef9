import type { BodyOf } from '@makaverse/contract/endpoint';
import type { keepDirective } from '@makaverse/contract/meetings-room';
import type { OutboxEntry } from '#lib/outbox.ts';

/** A line the clerk entered: as it was typed, and what was understood of it. */
export interface ClerkLine {
  readonly personId: string;
  readonly meetingId: string;
  readonly line: string;
  readonly body: BodyOf<typeof keepDirective>;
}

/** Such a line on its way to the server. */
export type ClerkEntry = OutboxEntry<ClerkLine>;
