const lineOctets = 75;

/**
 * Writes the reader of a letter into the calendar object that goes with it: an invitation names whom it asks (RFC 5546, 3.2.2). Only
 * here are addresses known, so the object comes without him.
 */
export function withAttendee(content: string, reader: { readonly name: string; readonly address: string }): string {
  const name = reader.name.replaceAll(/["\p{Cc}]/gu, ' ').trim();
  const line = `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN="${name}":mailto:${reader.address}`;
  return content.replaceAll('END:VEVENT', `${folded(line)}\r\nEND:VEVENT`);
}

/** Lines are at most 75 octets; the rest follows after a space (RFC 5545, 3.1). Characters are not cut apart. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > lineOctets) {
      parts.push(part);
      part = ' ';
    }
    part += character;
  }
  return [...parts, part].join('\r\n');
}
