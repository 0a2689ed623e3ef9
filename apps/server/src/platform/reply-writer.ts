import fastJsonStringify from 'fast-json-stringify';
import type { FastifySerializerCompiler } from 'fastify/types/schema.js';
import { z } from 'zod';

type Schema = z.core.JSONSchema.BaseSchema & { nullable?: boolean };

/**
 * Leaves of a schema what decides how a value is written. What may be null is marked so instead of being one of two alternatives: between
 * alternatives the writer chooses by validating the value against each, with its format and pattern, on every request.
 */
function forWriting(schema: Schema): void {
  delete schema.format;
  delete schema.pattern;
  const [value, none, ...more] = schema.anyOf ?? [];
  // References and true alternatives stay as they are.
  if (typeof value !== 'object' || typeof value.type !== 'string' || typeof none !== 'object' || none.type !== 'null' || more.length > 0)
    return;
  delete schema.anyOf;
  Object.assign(schema, value, { nullable: true });
}

type Write = ReturnType<FastifySerializerCompiler<z.ZodType>>;
const writers = new WeakMap<z.ZodType, Write>();

const compiled = (schema: z.ZodType): Write =>
  fastJsonStringify(
    z.toJSONSchema(schema, {
      target: 'draft-7',
      io: 'output',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => forWriting(jsonSchema),
    }) as Parameters<typeof fastJsonStringify>[0],
  );

/**
 * Writes replies by code made once from each endpoint's schema: what the contract does not declare does not leave, what it requires must be
 * there. Values are not checked once more on every request; that the replies keep the contract to the letter is what the API tests check.
 * The code is made when an endpoint first replies: for all of them together it takes most of a second, which a start should not wait for.
 */
export const replyWriter: FastifySerializerCompiler<z.ZodType> = ({ schema }) => {
  const writer = (): Write => {
    const made = writers.get(schema) ?? compiled(schema);
    writers.set(schema, made);
    return made;
  };
  return (data) => writer()(data);
};
