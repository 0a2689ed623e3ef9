import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { withAttendee } from './attendee-line.ts';

const invitation = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:x',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'UID:1',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

it('names the reader so that a calendar program finds him, however long his name', () => {
  const name = 'Dr. H. Andi Muhammad Ridwan Syafaat Daeng Mattawang, S.T., M.T. "Ridwan" 洪 dan nama yang sangat panjang sekali';
  const content = withAttendee(invitation, { name, address: 'ridwan@makassar.example' });
  expect(content.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const attendee = new ICAL.Component(ICAL.parse(content)).getFirstSubcomponent('vevent')!.getFirstProperty('attendee')!;
  expect(attendee.getFirstValue()).toBe('mailto:ridwan@makassar.example');
  expect(attendee.getFirstParameter('cn')).toBe(name.replaceAll('"', ' ').trim());
});
