import type { Network } from './network.ts';

/** Kinematic viscosity of water at 20 degrees C, m2/s. */
const VISCOSITY = 1.0e-6;

/** Friction factor of a pipe after Swamee and Jain (1976), an explicit form of Colebrook and White; laminar below Re 2000. */
function frictionFactor(roughnessHeight: number, radius: number, speed: number): number {
  const diameter = 4 * radius;
  const reynolds = Math.max(10, (speed * diameter) / VISCOSITY);
  if (reynolds < 2000) return 64 / reynolds;
  const turbulent = 0.25 / Math.log10(roughnessHeight / (3.7 * diameter) + 5.74 / Math.max(4000, reynolds) ** 0.9) ** 2;
  if (reynolds >= 4000) return turbulent;
  const share = (reynolds - 2000) / 2000;
  return 0.032 + share * (turbulent - 0.032);
}

/** Friction term of a force main under pressure, dimensionless: dt g S / V (SWMM Reference Manual Vol. II, section 7.3). */
export function forceMainFriction(net: Network, i: number, dt: number, speed: number, radius: number): number {
  const factor = net.forceMainFactor[i]!;
  if (net.forceMain[i] === 1) return (dt * factor * speed ** 0.852) / radius ** 1.1667;
  return (dt * frictionFactor(factor, radius, speed) * speed) / (8 * radius);
}
