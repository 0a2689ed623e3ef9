import type { RefreshAgenda } from '@makaverse/contract/meetings-room';
import type { Context } from '#platform/context';
import type { Language } from '#platform/language';
import type { SteeringRow } from '../../tables.ts';
import { drawAgenda, type Steering } from '../domain/draw.ts';
import { topicWords } from '../topic-words.ts';
import type { Lineage } from './earlier-meetings.ts';
import { refreshTopics } from './refresh-troubles.ts';

/** The agenda of a refresh as it draws itself now; the caller has asked the policy. */
export async function refreshAgendaOf(
  context: Context,
  refresh: Omit<Lineage, 'earlier'> & {
    readonly steering: Steering & Pick<SteeringRow, 'adopted_at' | 'version'>;
    readonly maySteer: boolean;
  },
  language: Language = context.language,
): Promise<RefreshAgenda> {
  const { steering } = refresh;
  const { topics, units, hrefOf } = await refreshTopics(context, refresh);
  const drawn = drawAgenda(topics, steering);
  return {
    minutesGiven: steering.minutesGiven,
    minutesUsed: drawn.minutesUsed,
    valueSelected: drawn.valueSelected,
    candidates: drawn.topics.map((one) => ({
      key: one.key,
      kind: one.kind,
      ...topicWords(one, units, language),
      href: hrefOf(one),
      presenter: units.get(one.unitIds[0]!) ?? null,
      directiveNumber: one.subjects.length === 1 && one.subjects[0]!.kind === 'directive' ? one.subjects[0]!.number : null,
      value: one.value,
      minutes: one.minutes,
      isSelected: one.isSelected,
      isPinned: one.isPinned,
      dropReason: one.dropReason,
      leftOut: one.leftOut,
    })),
    order: [...drawn.order],
    isAdopted: steering.adopted_at !== null,
    maySteer: refresh.maySteer,
    version: steering.version,
  };
}
