import type { ProgrammeTruth } from '@makaverse/contract/programmes-truth';
import type { Context } from '#platform/context';
import { RecordMissing } from '#platform/errors';
import { personBriefs, unitBriefs } from '#modules/identity';
import { longestOpenObstacle } from '../../../obstacles/queries/visible-obstacles.ts';
import { mayRate } from '../../policy.ts';
import { carryingFactsOf } from '../../queries/carrying-facts.ts';
import { forecastWords, truthSentence } from '../words.ts';
import { ratingsOf } from './ratings.ts';
import { keptForecastOf, latestScore } from './standing-days.ts';
import { presentStandings, ranked } from './standings.ts';
import { watchedProgrammes, type WatchedProgramme } from './watched-programmes.ts';

/** How one programme really stands. Like the programme itself, every signed-in official reads it. @throws RecordMissing */
export async function programmeTruth(context: Context, programmeId: string): Promise<ProgrammeTruth> {
  const { db, now, actor, language } = context;
  const [standing] = await presentStandings(context, await ranked(context, { programmeId }));
  if (!standing) throw new RecordMissing();
  const facts = (await carryingFactsOf(db, [programmeId])).get(programmeId)!;
  const watched = (await watchedProgrammes(db, now, [programmeId])).get(programmeId)!;
  const kept = await keptForecastOf(db, now, programmeId);
  const names = await milestoneNames(context, programmeId);
  const forecast = forecastWords(kept?.forecast ?? { outcome: 'no-milestones' }, (id) => names.get(id) ?? '—', language);
  return {
    standing,
    sentence: truthSentence(
      {
        light: standing.colour,
        reasons: standing.reasons,
        forecast,
        nextPromise: standing.nextPromise,
        obstacle: await longestOpenObstacle(context, programmeId),
      },
      language,
    ),
    ratings: await ratingsOf(context, programmeId),
    ...(await named(context, watched, mayRate(actor, facts))),
    forecast,
    forecastOn: kept?.day ?? null,
    score: await latestScore(db, now),
    mayRate: mayRate(actor, facts),
  };
}

/** Milestones as people call them; a forecast speaks of finished ones too. */
async function milestoneNames({ db }: Context, programmeId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('programmes.milestone')
    .select(['id', 'position', 'title'])
    .where('programme_id', '=', programmeId)
    .execute();
  return new Map(rows.map((one) => [one.id, `${one.position + 1}. ${one.title}`]));
}

/** What is missing and what is claimed, with the names of people and units. */
async function named(
  { db, now }: Context,
  { missing, left }: WatchedProgramme,
  mayJudge: boolean,
): Promise<Pick<ProgrammeTruth, 'silences' | 'claimed'>> {
  const claimed = left.filter((one) => one.reported_done_on !== null);
  const units = await unitBriefs(
    db,
    missing.map((one) => one.unitId),
  );
  const people = await personBriefs(
    db,
    [...missing.map((one) => one.personId), ...claimed.flatMap((one) => one.reported_by_id ?? [])],
    now,
  );
  return {
    silences: missing.map((one) => ({
      unit: units.get(one.unitId)!,
      person: people.get(one.personId)!,
      dueAt: one.dueAt.toISOString(),
      workingDays: one.workingDays,
      isSilent: one.isSilent,
      rung: one.rung,
    })),
    claimed: claimed.map((one) => ({
      id: one.id,
      position: one.position,
      title: one.title,
      plannedOn: one.planned_on,
      reportedOn: one.reported_done_on!,
      by: people.get(one.reported_by_id ?? '') ?? null,
      mayJudge,
      version: one.version,
    })),
  };
}
