import { readMayor, readToday, search } from '@makaverse/contract/today';
import { job } from '#platform/jobs';
import { query, type Module } from '#platform/module';
import { sendDigest, sendDigests, type DigestJob } from './commands/send-digests.ts';
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
      job<DigestJob>('today.send-digest', (tx, due) => sendDigest(tx, due, working)),
      job('today.send-digests', (tx) => sendDigests(tx), '0 7 * * *'),
    ],
    // A person's own page, which nobody else follows.
    liveTopics: { person: (context, id) => Promise.resolve(id === context.actor.personId) },
  };
}
