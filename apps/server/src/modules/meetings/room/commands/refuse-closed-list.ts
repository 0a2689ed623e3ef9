import type { MeetingRow } from '../../tables.ts';
import { AttendanceNotOpen } from '../domain/broken-rules.ts';

/** @throws AttendanceNotOpen before the call and after the close */
export function refuseClosedList(row: MeetingRow): void {
  if (row.state !== 'called' && row.state !== 'running') throw new AttendanceNotOpen();
}
