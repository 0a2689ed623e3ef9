import type { Problem } from '@makaverse/contract/problem';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DomainError, toProblem } from '#platform/errors';
import { languageOf, type Language } from '#platform/language';

const zodWords: Record<Language, z.core.$ZodErrorMap> = { id: z.locales.id().localeError, en: z.locales.en().localeError };

/** A zod issue in the reader's language; our own refinements name their text by code. */
function wordsOf(issue: z.core.$ZodIssue, language: Language): string {
  const said = zodWords[language](issue as z.core.$ZodRawIssue);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
}

function invalid(issues: readonly z.core.$ZodIssue[], language: Language): DomainError {
  return new DomainError('input-invalid', 'invalid', {
    issues: issues.map((issue) => ({ path: issue.path.join('.'), message: wordsOf(issue, language) })),
  });
}

/** The type provider takes a zod issue apart into Ajv's form; this puts it together again. */
function issueOf(one: NonNullable<FastifyError['validation']>[number]): z.core.$ZodIssue {
  const path = one.instancePath.split('/').slice(1).filter(Boolean);
  return { ...one.params, code: one.keyword, message: one.message ?? '', path } as unknown as z.core.$ZodIssue;
}

// What Fastify and PostgreSQL say, in our words. 22P05 and 22021 are characters the database cannot store.
const known: Readonly<Record<string, DomainError>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new DomainError('body-too-large', 'tooLarge'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new DomainError('media-type-unknown', 'invalid'),
  FST_ERR_CTP_INVALID_JSON_BODY: new DomainError('json-malformed', 'invalid'),
  FST_ERR_CTP_EMPTY_JSON_BODY: new DomainError('json-malformed', 'invalid'),
  FST_ERR_RATE_LIMIT: new DomainError('too-many-requests', 'limited'),
  FST_REQ_FILE_TOO_LARGE: new DomainError('body-too-large', 'tooLarge'),
  '22P05': new DomainError('input-invalid', 'invalid'),
  '22021': new DomainError('input-invalid', 'invalid'),
  '40P01': new DomainError('try-again', 'conflict'),
  '40001': new DomainError('try-again', 'conflict'),
  ECONNREFUSED: new DomainError('database-away', 'unavailable'),
  '57P01': new DomainError('database-away', 'unavailable'),
  '57P03': new DomainError('database-away', 'unavailable'),
};

/** The one place where errors become replies. What we did not expect is logged in full and told to nobody. */
export function replyWithProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  const broken = domainErrorOf(error, language);
  if (!broken) request.log.error({ err: error, route: request.routeOptions.url }, 'unexpected');
  const problem: Problem = toProblem(broken ?? new DomainError('unexpected', 'unavailable'), language);
  const status = broken ? problem.status : 500;
  void reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ ...problem, status });
}

function domainErrorOf(error: FastifyError, language: Language): DomainError | null {
  if (error instanceof DomainError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error.validation.map(issueOf), language);
  if (error instanceof z.ZodError) return invalid(error.issues, language);
  if (error.statusCode === 429) return known['FST_ERR_RATE_LIMIT']!;
  if (error.message.includes('Connection terminated') || error.message.includes('timeout exceeded when trying to connect'))
    return known['ECONNREFUSED']!;
  const byCode = known[error.code];
  if (byCode) return byCode;
  const isClientFault = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return isClientFault ? new DomainError('input-invalid', 'invalid') : null;
}
