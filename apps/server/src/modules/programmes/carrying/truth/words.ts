import { formatDate, formatNumber } from '@makaverse/calendar';
import type { ForecastReply, Light } from '@makaverse/contract/programmes-truth';
import { text, type Language } from '#platform/language';
import type { ColourReason } from './domain/colour.ts';
import type { KeptForecast } from './domain/kept-forecast.ts';

/** A light by its name. */
export function lightWord(light: Light, language: Language): string {
  return text(language, `truth.lights.${light}`);
}

/** One reason of a colour, as it stands in a sentence. */
export function reasonWords(reason: ColourReason, language: Language): string {
  const { code, ...params } = reason;
  const count =
    'days' in reason ? reason.days : 'workingDays' in reason ? reason.workingDays : 'count' in reason ? reason.count : undefined;
  const said = text(language, `truth.reasons.${code}`, { ...params, ...(count !== undefined && { count }) });
  if (reason.code !== 'milestone-late') return said;
  const others = reason.others > 0 ? text(language, 'truth.reasons.others-late', { count: reason.others }) : '';
  const reported = reason.isReported ? text(language, 'truth.reasons.unconfirmed') : '';
  return `${said}${reported}${others}`;
}

/** Names the milestone of an id as people do. */
export type NameMilestone = (id: string) => string;

/** A kept forecast as its readers get it: reasons in words. */
export function forecastWords(kept: KeptForecast, nameOf: NameMilestone, language: Language): ForecastReply {
  if (kept.outcome === 'not-enough-history') {
    const { outcome, finishedMilestones: milestones, finishedIn: programmes, needed } = kept;
    return { outcome, milestones, programmes, needed: { ...needed } };
  }
  if (kept.outcome !== 'forecast') return kept;
  const { reasons, chance, dueOn, on50, on85, basis } = kept;
  return {
    outcome: 'forecast',
    chance,
    dueOn,
    on50,
    on85,
    // One drawn before there were invented histories says nothing of them.
    basis: { ...basis, synthetic: basis.synthetic ?? 0 },
    reasons: reasons.map((reason) => {
      const days = Math.max(1, Math.round(reason.days));
      if (reason.code === 'slip-history') {
        const ratio = formatNumber(reason.ratio, language, 1);
        return text(language, `truth.forecast.slip-history-${reason.level}`, { ratio, records: reason.records, count: days });
      }
      const milestone = nameOf(reason.milestone);
      const dependency = 'dependency' in reason ? nameOf(reason.dependency) : '';
      const overdue = 'overdueDays' in reason && reason.overdueDays >= 1 ? Math.round(reason.overdueDays) : 0;
      const key = overdue > 0 ? 'milestone-overdue' : reason.code;
      return text(language, `truth.forecast.${key}`, { milestone, dependency, overdue, count: days });
    }),
  };
}

/** A chance in whole per cent; never 0 or 100, which no forecast knows. */
function percentOf(chance: number): number {
  return Math.min(99, Math.max(1, Math.round(chance * 100)));
}

/** The whole truth in one line: the colour and why, the chance, the next promise, the biggest obstacle. */
export function truthSentence(
  truth: {
    readonly light: Light | null;
    readonly reasons: readonly string[];
    readonly forecast: ForecastReply;
    readonly nextPromise: { readonly title: string; readonly on: string } | null;
    readonly obstacle: { readonly words: string; readonly days: number } | null;
  },
  language: Language,
): string {
  const say = (key: string, params: Readonly<Record<string, unknown>> = {}): string => text(language, `truth.sentence.${key}`, params);
  const colour =
    truth.light === null ? say('no-plan') : say('colour', { light: lightWord(truth.light, language), reasons: truth.reasons.join('; ') });
  const { forecast, nextPromise, obstacle } = truth;
  const parts = [colour[0]!.toLocaleUpperCase(language) + colour.slice(1)];
  if (forecast.outcome === 'forecast')
    parts.push(say(forecast.basis.synthetic > 0 ? 'chance-synthetic' : 'chance', { percent: percentOf(forecast.chance) }));
  if (forecast.outcome === 'not-enough-history') parts.push(say('no-history'));
  if (nextPromise) parts.push(say('next', { title: nextPromise.title, on: formatDate(nextPromise.on, language, 'day') }));
  if (obstacle) parts.push(say('obstacle', { words: obstacle.words.replace(/\.$/, ''), count: obstacle.days }));
  return parts.join(' ');
}
