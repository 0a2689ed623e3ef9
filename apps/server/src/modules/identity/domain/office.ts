import type { PositionKind } from '@makaverse/contract/identity-directory';

interface Office {
  readonly kind: PositionKind;
  readonly title: string;
  readonly acting: 'plt' | 'plh' | null;
}

const rank: Readonly<Record<PositionKind, number>> = {
  head: 0,
  deputy: 1,
  secretary: 2,
  'information-officer': 3,
  clerk: 4,
  member: 5,
  administrator: 6,
};

/** Which of a person's offices names him: the own before the acting one, then the higher. */
export function officeOrder(a: Office, b: Office): number {
  return Number(a.acting !== null) - Number(b.acting !== null) || rank[a.kind] - rank[b.kind];
}

/** The title as it is spoken and signed: "Plt. Kepala Dinas …". */
export function titleOf(office: Office): string {
  return office.acting === null ? office.title : `${office.acting === 'plt' ? 'Plt.' : 'Plh.'} ${office.title}`;
}

/** Orders the holders of one unit: head first; the acting head before the definitive one, who is away. */
export function holderOrder(a: Office, b: Office): number {
  return rank[a.kind] - rank[b.kind] || Number(b.acting !== null) - Number(a.acting !== null);
}
