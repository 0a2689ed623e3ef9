import { describe, expect, it } from 'vitest';
import { passkeyPlace } from './passkey-place.ts';

describe('passkeyPlace', () => {
  it.each([
    [{ host: 'makaverse.go.id', hostname: 'makaverse.go.id', isSupported: true }, 'usable'],
    [{ host: 'makassar.go.id', hostname: 'makaverse.makassar.go.id', isSupported: true }, 'usable'],
    [{ host: 'makassar.go.id', hostname: 'notmakassar.go.id', isSupported: true }, 'other-name'],
    [{ host: 'localhost', hostname: '127.0.0.1', isSupported: true }, 'other-name'],
    [{ host: null, hostname: '10.0.0.7', isSupported: true }, 'none-here'],
    [{ host: 'localhost', hostname: 'localhost', isSupported: false }, 'device-cannot'],
  ] as const)('%j is %s', (here, place) => {
    expect(passkeyPlace(here)).toBe(place);
  });
});
