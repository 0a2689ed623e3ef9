import { describe, expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';

describe('security headers', () => {
  it('let a page load only from its own server, stand in no frame and send no full address away', () => {
    const headers = new Map(securityHeaders(false).map(([name, value]) => [name.toLowerCase(), value]));
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('hold browsers to HTTPS only where the city serves it', () => {
    const names = (isHttps: boolean): string[] => securityHeaders(isHttps).map(([name]) => name.toLowerCase());
    expect(names(true)).toContain('strict-transport-security');
    expect(names(false)).not.toContain('strict-transport-security');
    expect(new Map(securityHeaders(false)).get('Content-Security-Policy')).not.toContain('upgrade-insecure-requests');
  });
});
