import { describe, expect, it } from 'vitest';
import { pushPlace, type PushHere } from './push-place.ts';

const android: PushHere = {
  isSecure: true,
  hasPush: true,
  permission: 'default',
  userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36',
  touchPoints: 5,
  isStandalone: false,
};
const iphone: Partial<PushHere> = {
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
};
const ipad: Partial<PushHere> = {
  userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
};

describe('pushPlace', () => {
  it.each<[string, Partial<PushHere>, string]>([
    ['not asked yet', {}, 'usable'],
    ['allowed', { permission: 'granted' }, 'usable'],
    ['refused', { permission: 'denied' }, 'refused'],
    ['without https, where the browser hides the rest', { isSecure: false, hasPush: false, permission: null }, 'not-secure'],
    ['an old browser', { hasPush: false, permission: null }, 'device-cannot'],
    ['an iPhone in its browser', { ...iphone, hasPush: false, permission: null }, 'home-screen'],
    ['an iPad in its browser', { ...ipad, hasPush: false, permission: null }, 'home-screen'],
    ['an iPhone from the home screen', { ...iphone, isStandalone: true }, 'usable'],
    ['an old iPhone from the home screen', { ...iphone, isStandalone: true, hasPush: false, permission: null }, 'device-cannot'],
    ['an old Mac', { ...ipad, touchPoints: 0, hasPush: false, permission: null }, 'device-cannot'],
  ])('%s', (_, wishes, place) => {
    expect(pushPlace({ ...android, ...wishes })).toBe(place);
  });
});
