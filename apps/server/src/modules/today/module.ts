import { readMayor, readToday, search } from '@makaverse/contract/today';
import { job, jobTogether } from '#platform/jobs';
import { query, type Module } from '#platform/module';
import { sendDigestRound, sendDigests, tellNotices, type DigestJob } from './commands/send-digests.ts';
import { mayorsPage } from './queries/mayor.ts';
import { searchAll } from './queries/search.ts';
import { today } from './queries/today.ts';

/** Gathers what the working modules ask of a person, let him wait for and let him find. */
export function todayModule(working: readonly Module[]): Module {
  return {
    name: 'today',
    routes: [
      query(readToday, (context) => today(context, working)),
      query(readMayor, (context) => mayorsPage(context, working)),
      query(search, (context, input) => searchAll(context, input.query.q, working)),
    ],
    jobs: [
      jobTogether<DigestJob>('today.send-digest', (tx, due) => sendDigestRound(tx, due, working)),
      // Before the offices open, so that the day can still be used.
      job('today.send-digests', (tx) => sendDigests(tx, working), '0 7 * * *'),
      job('today.tell-notices', (tx) => tellNotices(tx, working)),
    ],
    // A person's own page, which nobody else follows.
    liveTopics: { person: (context, id) => Promise.resolve(id === context.actor.personId) },
  };
}
