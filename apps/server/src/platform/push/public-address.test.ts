import { describe, expect, it } from 'vitest';
import { guardedLookup, isOwnMachine, isPublicAddress } from './public-address.ts';

describe('an address', () => {
  it.each(['8.8.8.8', '142.250.4.95', '103.10.10.10', '2404:6800:4003::200a'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.9.9.9',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:a00:1::',
    '2001:0:1::',
    'push.example',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('is this machine', () => {
    expect(['127.0.0.1', '127.8.0.1', '::1'].map(isOwnMachine)).toEqual([true, true, true]);
    expect(['10.0.0.1', '8.8.8.8', 'localhost'].map(isOwnMachine)).toEqual([false, false, false]);
  });
});

it('is refused when it was found by a name', async () => {
  const answer = await new Promise((found) => {
    guardedLookup(isPublicAddress)('localhost', { all: true }, (error) => found(error?.code));
  });
  expect(answer).toBe('ENOTPUBLIC');
  const allowed = await new Promise((found) => {
    guardedLookup(isOwnMachine)('localhost', {}, (error, address) => found(error ?? address));
  });
  expect(['127.0.0.1', '::1']).toContain(allowed);
});
