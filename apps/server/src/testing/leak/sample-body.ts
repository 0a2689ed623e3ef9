import type { EndpointShape } from '@makaverse/contract/endpoint';
import { z } from 'zod';

interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
}

const someId = '01890000-0000-7000-8000-000000000000';

/** A body that passes an endpoint's own shape, made from the contract: so that a refusal is the policy's, not the parser's. */
export function sampleBody(endpoint: EndpointShape): unknown {
  if (!endpoint.body || endpoint.upload) return undefined;
  return sample(z.toJSONSchema(endpoint.body, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
}

function sample(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sample(schema.anyOf[0]!);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((name) => [name, sample(schema.properties?.[name] ?? {})]));
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return sampleText(schema);
  }
}

function sampleText({ format, minLength = 1 }: JsonSchema): string {
  if (format === 'uuid') return someId;
  if (format === 'date') return '2022-04-01';
  if (format === 'date-time') return '2022-04-01T09:00:00+08:00';
  if (format === 'uri') return 'https://makassar.example/';
  if (format === 'email') return 'siapa@makassar.example';
  return 'x'.repeat(Math.max(minLength, 12));
}
