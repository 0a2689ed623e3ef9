import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { replyWriter } from './reply-writer.ts';

const person = z.object({ id: z.uuid(), name: z.string() });
const schema = z.object({
  id: z.uuid(),
  on: z.iso.date().nullable(),
  person: person.nullable(),
  counts: z.array(z.number().int().nullable()),
  either: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('unit'), unit: z.string() }),
    z.object({ kind: z.literal('person'), person: person.nullable() }),
  ]),
});
const write = replyWriter({ schema, method: 'GET', url: '/' });
const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const whole = { id, on: null, person: null, counts: [null, 3], either: { kind: 'unit', unit: 'Dinas "PU"' } };

describe('reply writer', () => {
  it('writes what may be null, with and without a value', () => {
    expect(JSON.parse(write(whole))).toEqual(whole);
    const filled = { ...whole, on: '2022-03-15', person: { id, name: 'Zul' }, either: { kind: 'person', person: { id, name: 'Zul' } } };
    expect(JSON.parse(write(filled))).toEqual(filled);
  });

  it('lets nothing out that the contract does not declare, within what may be null either', () => {
    const more = { ...whole, person: { id, name: 'Zul', password: 'kapal' }, secret: 1 };
    expect(JSON.parse(write(more))).toEqual({ ...whole, person: { id, name: 'Zul' } });
  });

  it('refuses a reply that lacks what the contract requires', () => {
    expect(() => write({ ...whole, on: undefined })).toThrow('required');
    expect(() => write({ ...whole, person: { id } })).toThrow('required');
    expect(() => write({ ...whole, either: { kind: 'nobody' } })).toThrow('does not match');
  });
});
