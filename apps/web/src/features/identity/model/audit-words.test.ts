import { describe, expect, it } from 'vitest';
import { actorsIn, anything, firstGap, isOwnDeed, matchesAudit, objectsIn, recordPage, type AuditLine } from './audit-words.ts';

const line = (seq: number, more: Partial<AuditLine> = {}): AuditLine => ({
  seq,
  at: '2022-03-15T12:00:00.000Z',
  actor: { id: 'a', name: 'Lina', title: '' },
  action: 'unit.changed',
  object: 'unit',
  objectId: 'u',
  hash: 'f00',
  ...more,
});

describe('matchesAudit', () => {
  it('lets everything through that is not asked for otherwise', () => {
    expect(matchesAudit(line(1), anything)).toBe(true);
  });
  it('asks for who, and for what nobody did', () => {
    expect(matchesAudit(line(1), { ...anything, actorId: 'a' })).toBe(true);
    expect(matchesAudit(line(1), { ...anything, actorId: 'b' })).toBe(false);
    expect(matchesAudit(line(1), { ...anything, actorId: 'system' })).toBe(false);
    expect(matchesAudit(line(1, { actor: null }), { ...anything, actorId: 'system' })).toBe(true);
    expect(matchesAudit(line(1, { actor: null, object: 'person', action: 'session.opened' }), { ...anything, actorId: 'system' })).toBe(
      false,
    );
  });
  it('asks for the kind of record', () => {
    expect(matchesAudit(line(1), { ...anything, object: 'position' })).toBe(false);
  });
  it('takes days as they are in Makassar, both ends included', () => {
    // 17.00 UTC is 01.00 of the next day in WITA.
    const night = line(1, { at: '2022-03-15T17:00:00.000Z' });
    expect(matchesAudit(night, { ...anything, to: '2022-03-15' })).toBe(false);
    expect(matchesAudit(night, { ...anything, from: '2022-03-16', to: '2022-03-16' })).toBe(true);
  });
});

describe('firstGap', () => {
  it('finds no gap in lines numbered downwards', () => {
    expect(firstGap([9, 8, 7])).toBeNull();
    expect(firstGap([])).toBeNull();
  });
  it('names the newest line missing', () => {
    expect(firstGap([9, 8, 5, 3])).toBe(7);
  });
});

it('lists who did something once, by name, and of which records', () => {
  const lines = [line(3), line(2, { actor: { id: 'b', name: 'Amir', title: '' }, object: 'person' }), line(1, { actor: null })];
  expect(actorsIn(lines).map((one) => one.name)).toEqual(['Amir', 'Lina']);
  expect(objectsIn(lines)).toEqual(['person', 'unit']);
});

it('knows which records have a page', () => {
  expect(recordPage('unit', 'u')).toBe('/direktori/unit/u');
  expect(recordPage('clock', 'demo')).toBeUndefined();
});

it('gives a sign-in to who signed in, not to the system', () => {
  expect(isOwnDeed(line(1, { actor: null, object: 'person', action: 'session.opened' }))).toBe(true);
  expect(isOwnDeed(line(1, { actor: null, object: 'person', action: 'mail.refused' }))).toBe(false);
  expect(isOwnDeed(line(1, { object: 'person', action: 'session.ended' }))).toBe(false);
});
