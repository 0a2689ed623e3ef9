/** Every endpoint there is, for the OpenAPI page, the leak test and whoever must walk them all. */
import type { EndpointShape } from './endpoint.ts';
import * as directives from './directives.ts';
import * as directory from './identity-directory.ts';
import * as imports from './identity-import.ts';
import * as push from './identity-push.ts';
import * as session from './identity-session.ts';
import * as meetings from './meetings.ts';
import * as room from './meetings-room.ts';
import * as programmes from './programmes.ts';
import * as plan from './programmes-plan.ts';
import * as areas from './programmes-areas.ts';
import * as checkIn from './programmes-check-in.ts';
import * as obstacles from './programmes-obstacles.ts';
import * as truth from './programmes-truth.ts';
import * as system from './system.ts';
import * as today from './today.ts';

function isEndpoint(value: unknown): value is EndpointShape {
  return typeof value === 'object' && value !== null && 'path' in value && 'method' in value && 'door' in value;
}

/** All endpoints in the order of their modules. */
export const allEndpoints: readonly EndpointShape[] = [
  system,
  session,
  push,
  directory,
  imports,
  directives,
  programmes,
  plan,
  areas,
  checkIn,
  truth,
  obstacles,
  meetings,
  room,
  today,
].flatMap((file) => Object.values(file).filter(isEndpoint));
