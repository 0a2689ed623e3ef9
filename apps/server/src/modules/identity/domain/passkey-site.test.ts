import { describe, expect, it } from 'vitest';
import { passkeySite } from './passkey-site.ts';

describe('the site of passkeys', () => {
  it.each([
    ['https://makaverse.example.go.id', 'makaverse.example.go.id'],
    ['https://makaverse.example.go.id:8443', 'makaverse.example.go.id'],
    ['http://localhost:3000', 'localhost'],
    ['http://rapat.localhost', 'rapat.localhost'],
  ])('of %s is %s', (publicUrl, rpID) => {
    expect(passkeySite(publicUrl)).toEqual({ rpID, origin: publicUrl });
  });
  it.each([
    'http://127.0.0.1:3000',
    'https://10.0.0.7',
    'https://0x7f000001',
    'http://[::1]:3000',
    'https://[fd00::7]',
    'http://makaverse.example.go.id',
    'http://notlocalhost',
  ])('there is none at %s', (publicUrl) => {
    expect(passkeySite(publicUrl)).toBeNull();
  });
});
