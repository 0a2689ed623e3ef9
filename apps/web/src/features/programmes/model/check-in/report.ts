import type { CheckInFields, CheckInForm } from '@makaverse/contract/programmes-check-in';

/** By which way a report goes: as who is signed in, or through the link of a reminder. */
export type ReportWay =
  | { readonly kind: 'app'; readonly programmeId: string; readonly unitId: string; readonly personId: string }
  | { readonly kind: 'link'; readonly token: string };

/** A photo kept on this device, beside what the camera wrote of it; the picture itself lies in the photo store under the id. */
export interface KeptPhoto {
  readonly id: string;
  readonly takenAt: string | null;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
}

/** A report being written. */
export interface ReportDraft {
  readonly words: string;
  readonly progress: number;
  readonly milestoneId: string | null;
  readonly on: string;
  readonly reason: string;
  readonly doneIds: readonly string[];
  readonly photos: readonly KeptPhoto[];
}

/** A report on its way: what is sent, by which way, and when it was kept here. */
export interface Report {
  readonly way: ReportWay;
  readonly body: CheckInFields;
  readonly photos: readonly KeptPhoto[];
  readonly keptAt: string;
}

/** What the server said of a report that arrived. */
export interface Receipt {
  readonly id: string;
  readonly wayKey: string;
  readonly at: string;
  readonly photos: number;
  /** Photos that could not be read; the report was kept all the same. */
  readonly refusedPhotos: number;
}

export type ReportFault = 'words' | 'date' | 'reason' | 'past';

/** Under what a way's draft, form and receipt are kept on this device. */
export function wayKey(way: ReportWay): string {
  return way.kind === 'link' ? `link.${way.token}` : `${way.programmeId}.${way.unitId}.${way.personId}`;
}

/** A report nobody began: the progress of last time, and the next milestone with the date already promised. */
export function blankDraft(form: CheckInForm): ReportDraft {
  const next = form.milestones[0];
  return {
    words: '',
    progress: form.progress ?? 0,
    milestoneId: next?.id ?? null,
    on: next?.promisedOn ?? '',
    reason: '',
    doneIds: [],
    photos: [],
  };
}

function promisedOn(form: CheckInForm, milestoneId: string | null): string {
  return form.milestones.find((milestone) => milestone.id === milestoneId)?.promisedOn ?? '';
}

/**
 * What of a draft is its writer's own, as text to keep. The form may be that of the last visit, shown until the server answers: what stands
 * in a draft because it stood there must follow the new one, or an old date would count as a promise moved.
 */
export function keptOf(draft: ReportDraft, form: CheckInForm): string {
  const given: ReportDraft = { ...blankDraft(form), on: promisedOn(form, draft.milestoneId) };
  const own = Object.entries(draft).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(given[key as keyof ReportDraft]));
  return own.length === 0 ? '' : JSON.stringify(Object.fromEntries(own));
}

/** What was written before; begun anew where it is none, and without milestones that are gone from the plan. */
export function draftFrom(text: string, form: CheckInForm): ReportDraft {
  const blank = blankDraft(form);
  const own = text === '' ? {} : (JSON.parse(text) as Partial<ReportDraft>);
  const kept = { ...blank, on: promisedOn(form, own.milestoneId ?? blank.milestoneId), ...own };
  const isThere = (id: string): boolean => form.milestones.some((milestone) => milestone.id === id);
  const doneIds = kept.doneIds.filter(isThere);
  const draft = { ...kept, doneIds };
  return draft.milestoneId !== null && isThere(draft.milestoneId) && !doneIds.includes(draft.milestoneId)
    ? draft
    : withMilestone(draft, form, openMilestones(draft, form)[0]?.id ?? null);
}

/** What can still be promised: not what is reported done with this very report. */
export function openMilestones(draft: ReportDraft, form: CheckInForm): CheckInForm['milestones'] {
  return form.milestones.filter((milestone) => !draft.doneIds.includes(milestone.id));
}

/** The same draft promising another milestone, with the date already promised for it. */
export function withMilestone(draft: ReportDraft, form: CheckInForm, milestoneId: string | null): ReportDraft {
  return { ...draft, milestoneId, on: promisedOn(form, milestoneId), reason: '' };
}

/** Whether the promised date differs from the one promised before. */
export function movesDate(draft: ReportDraft, form: CheckInForm): boolean {
  const milestone = form.milestones.find((one) => one.id === draft.milestoneId);
  return milestone !== undefined && draft.on !== '' && draft.on !== milestone.promisedOn;
}

/** What is still wrong, in the order of the fields. */
export function faultsOf(draft: ReportDraft, form: CheckInForm, today: string): ReportFault[] {
  const isMoved = movesDate(draft, form);
  const faults: [ReportFault, boolean][] = [
    ['words', draft.words.trim() === ''],
    ['date', draft.milestoneId !== null && draft.on === ''],
    ['past', isMoved && draft.on < today],
    ['reason', isMoved && draft.reason.trim() === ''],
  ];
  return faults.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}

/** What is sent. */
export function bodyOf(id: string, draft: ReportDraft): CheckInFields {
  const { milestoneId, on, reason } = draft;
  return {
    id,
    words: draft.words.trim(),
    progress: draft.progress,
    promise: milestoneId === null ? null : { milestoneId, on, reason: reason.trim() },
    doneMilestoneIds: [...draft.doneIds],
  };
}

/** A report that was refused, back as a draft to be mended. */
export function draftOf({ body, photos }: Report): ReportDraft {
  return {
    words: body.words,
    progress: body.progress,
    milestoneId: body.promise?.milestoneId ?? null,
    on: body.promise?.on ?? '',
    reason: body.promise?.reason ?? '',
    doneIds: body.doneMilestoneIds,
    photos,
  };
}
