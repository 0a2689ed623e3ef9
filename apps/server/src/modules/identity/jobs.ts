import { job, jobTogether, type JobDefinition } from '#platform/jobs';
import { tellEndedPositions } from './commands/end-position.ts';
import { sendLink, type LinkJob } from './commands/one-time-link.ts';
import { sendMails } from './commands/send-mail.ts';
import { sweep } from './commands/sweep.ts';
import type { IdentityOptions } from './identity-options.ts';
import type { MailJob } from './mail-people.ts';
import { pushJobs } from './push/routes.ts';

/** What identity does by itself. */
export function identityJobs({ sessionLife, pusher }: IdentityOptions): readonly JobDefinition[] {
  return [
    jobTogether<MailJob>('identity.send-mail', sendMails),
    job<LinkJob>('identity.send-link', sendLink),
    ...pushJobs(pusher),
    // Shortly after midnight, when the day of an end has come; and each hour, for a server that slept through midnight.
    job('identity.tell-ended-positions', tellEndedPositions, '2 * * * *'),
    job('identity.sweep', (tx) => sweep(tx, sessionLife), '17 3 * * *'),
  ];
}
