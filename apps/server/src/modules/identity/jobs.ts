import { job, type JobDefinition } from '#platform/jobs';
import { sendMail } from './commands/send-mail.ts';
import type { MailJob } from './mail-people.ts';

/** What identity does by itself. */
export const identityJobs: readonly JobDefinition[] = [job<MailJob>('identity.send-mail', sendMail)];
