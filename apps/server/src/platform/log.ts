import { pino, type Logger } from 'pino';

/**
 * Structured logs on standard output. Nothing personal: requests are logged by route pattern, errors without their input, and
 * what could still carry a secret is cut out.
 */
export function openLog(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: { paths: ['*.password', '*.token', '*.cookie', '*.email', 'err.detail', 'err.parameters', 'err.query'], remove: true },
    serializers: {
      err: (error: Error & { code?: string }) => ({ name: error.name, message: error.message, code: error.code, stack: error.stack }),
    },
  });
}
