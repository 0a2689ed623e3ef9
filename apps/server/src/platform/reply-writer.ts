import fastJsonStringify from 'fast-json-stringify';
import type { FastifySerializerCompiler } from 'fastify/types/schema.js';
import { z } from 'zod';

/**
 * Writes replies by code made once from each endpoint's schema: what the contract does not declare does not leave, what it requires must be
 * there. Values are not checked once more on every request; that the replies keep the contract to the letter is what the API tests check.
 */
export const replyWriter: FastifySerializerCompiler<z.ZodType> = ({ schema }) =>
  fastJsonStringify(
    z.toJSONSchema(schema, { target: 'draft-7', io: 'output', unrepresentable: 'any' }) as Parameters<typeof fastJsonStringify>[0],
  );
