import type { EndpointShape } from '@makaverse/contract/endpoint';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { DomainError } from '#platform/errors';
import type { UploadedFile } from '#platform/module';

/** The request brought no file where one is asked for. */
export class UploadMissing extends DomainError {
  constructor() {
    super('upload-missing', 'invalid');
  }
}
/** The file is larger than the endpoint takes. */
export class UploadTooLarge extends DomainError {
  constructor(maxBytes: number) {
    super('upload-too-large', 'tooLarge', { params: { megabytes: Math.floor(maxBytes / 1_000_000) } });
  }
}

/** Reads the one file of a multipart request and the fields before it; stops reading at the limit. */
export async function receiveUpload(request: FastifyRequest, endpoint: EndpointShape): Promise<{ file: UploadedFile; body: unknown }> {
  const maxBytes = endpoint.upload!.maxBytes;
  if (!request.isMultipart()) throw new UploadMissing();
  // The announced length lets us refuse before a byte is read; the limit below holds for whoever announces less.
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + 100_000) throw new UploadTooLarge(maxBytes);
  const part = await request.file({ limits: { fileSize: maxBytes } });
  if (!part) throw new UploadMissing();
  const bytes = await part.toBuffer().catch((error: unknown) => {
    if (part.file.truncated) throw new UploadTooLarge(maxBytes);
    throw error;
  });
  const fields = Object.fromEntries(
    Object.entries(part.fields).flatMap(([name, field]) => (field && 'value' in field ? [[name, field.value]] : [])),
  );
  const body = endpoint.body ? (endpoint.body as z.ZodType).parse(fields) : undefined;
  return { file: { name: part.filename, mediaType: part.mimetype, bytes }, body };
}
