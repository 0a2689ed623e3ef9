import { describe, expect, it } from 'vitest';
import { sampleMinutes } from '../testing/sample-minutes.ts';
import { draftText, type Say } from './draft-text.ts';
import type { HeldItem } from './happened.ts';

const say: Say = (key, params = {}) => [key, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(' ');
const at = (time: string): string => new Date(`2022-03-15T${time}:00+08:00`).toISOString();
const item = (more: Partial<HeldItem> = {}): HeldItem => ({
  id: 'pu',
  number: '2.1',
  kind: 'slot',
  title: 'Pekerjaan Umum',
  presenter: 'Dinas Pekerjaan Umum',
  plannedMinutes: 7,
  spans: [
    { from: at('19:10'), to: at('19:20') },
    { from: at('19:25'), to: at('19:30') },
  ],
  slot: { issue: 'Sedimen', solution: '', innovation: 'Sensor' },
  notes: 'Pompa 3 mati.',
  ...more,
});
const sectionOf = (held: HeldItem): { heading: string; body: string } =>
  draftText(sampleMinutes({ happened: { agenda: [held] } }).version.happened, say).sections[0]!;

describe('draftText', () => {
  it('tells an item as it went', () => {
    const { happened } = sampleMinutes({
      happened: { agenda: [item()], directives: [{ ...sampleMinutes().version.happened.directives[0]!, agendaItemId: 'pu' }] },
    }).version;
    expect(draftText(happened, say).sections).toEqual([
      {
        heading: '2.1. Pekerjaan Umum',
        agendaItemId: 'pu',
        body: [
          'draft-presenter unit=Dinas Pekerjaan Umum',
          'draft-held spans=draft-span from=19.10 to=19.20, draft-span from=19.25 to=19.30 actual=15 planned=7 over=draft-over count=8',
          'draft-issue words=Sedimen',
          'draft-innovation words=Sensor',
          'draft-notes words=Pompa 3 mati.',
          'draft-directives numbers=2022/03-1',
        ].join('\n'),
      },
    ]);
  });

  it('says that an item was not talked about, but not of a heading that only groups', () => {
    const bare = { spans: [], presenter: null, slot: null, notes: '' };
    expect(sectionOf(item({ ...bare, kind: 'item' })).body).toBe('draft-not-held');
    expect(sectionOf(item({ ...bare, kind: 'section' })).body).toBe('');
  });

  it('counts no minutes over where none were planned or all were kept', () => {
    for (const plannedMinutes of [0, 15, 60])
      expect(sectionOf(item({ plannedMinutes })).body).toContain(`planned=${plannedMinutes} over=\n`);
  });

  it('keeps headings within what can be saved, without half a sign', () => {
    const { heading } = sectionOf(item({ title: '🌊'.repeat(150) }));
    expect(heading.length).toBeLessThanOrEqual(300);
    expect(heading.isWellFormed()).toBe(true);
    expect(heading.endsWith('🌊…')).toBe(true);
  });

  it('sums up who came and what was given', () => {
    const { happened } = sampleMinutes().version;
    expect(draftText(happened, say).summary).toMatch(
      /^draft-opened .*chair=Andi Baso Contoh, Wali Kota .*draft-turnout people=2 units=1 draft-absent absent=2 invited=3 draft-issued directives=3 draft-refresh-of /,
    );
    const quiet = { ...happened, absentUnits: [], directives: [], refreshOf: null };
    expect(draftText(quiet, say).summary).toMatch(/draft-turnout people=2 units=3 nobody-absent no-directives$/);
  });
});
