import type { UnitBrief } from '@makaverse/contract/primitives';
import { text, type Language } from '#platform/language';
import type { Topic } from './domain/trouble.ts';

/** More units than these are counted, not named. */
const namedUnits = 3;
const namedNumbers = 4;
const longestTitle = 160;

/** A topic in words: what it is about, and why it is here. */
export interface TopicWords {
  readonly title: string;
  readonly reason: string;
}

/** Says a topic. `units` must hold every unit it names. */
export function topicWords(topic: Topic, units: ReadonlyMap<string, UnitBrief>, language: Language): TopicWords {
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string => text(language, `reasons.${key}`, params);
  const names = topic.unitIds.map((id) => units.get(id)?.name ?? '—');
  const late = topic.workingDaysLate > 0 ? say('refresh-late-days', { count: topic.workingDaysLate }) : '';
  const rung = topic.rung === 'none' ? '' : say(`refresh-rung-${topic.rung}`);
  const red = topic.isRed ? say('refresh-red', { count: topic.subjects.length }) : '';
  const below = topic.unitsBelow > 0 ? say('refresh-below', { count: topic.unitsBelow }) : '';
  return {
    title: titleOf(topic, names, say),
    reason: `${say(`refresh-${topic.kind}`, { units: listOf(names, say), late })}${rung}${red}${below}`,
  };
}

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

function titleOf({ subjects }: Topic, names: readonly string[], say: Say): string {
  const [first] = subjects;
  if (subjects.length === 1) {
    return say(`refresh-title-${first!.kind}`, { number: first!.number, title: shortened(first!.title, longestTitle) });
  }
  const numbers = subjects.slice(0, namedNumbers).map((one) => one.number);
  return say('refresh-title-unit', {
    unit: names[0]!,
    count: subjects.length,
    numbers: `${numbers.join(', ')}${subjects.length > namedNumbers ? ', …' : ''}`,
  });
}

function listOf(names: readonly string[], say: Say): string {
  if (names.length === 1) return names[0]!;
  if (names.length > namedUnits) {
    return say('refresh-and-more', { units: names.slice(0, namedUnits - 1).join(', '), count: names.length - namedUnits + 1 });
  }
  return say('refresh-and', { units: names.slice(0, -1).join(', '), last: names.at(-1)! });
}

/** Words on one line, cut with a mark where there are more than so many characters. */
export function shortened(words: string, most: number): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  // A cut through a pair of code units would leave half a character.
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
}
