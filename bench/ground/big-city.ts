import { tidalCity } from '../../packages/drainage-engine/verification/tidal-city.ts';

/**
 * A tidal city with as many catchments as conduits: the generator gives one to each ditch, so each canal node gets a small one too.
 *
 * @param pipeShare share of the ditches that are circular pipes
 */
export function bigCity(conduits: number, endTime: string, pipeShare = 0): string {
  const text = tidalCity({ conduits, pipeShare, options: { END_TIME: endTime, ROUTING_STEP: 5 } });
  const canalNodes = [...new Set([...text.matchAll(/^(K\d+_\d+) /gm)].map(([, name]) => name!))];
  const rows: Readonly<Record<string, (node: string) => string>> = {
    SUBCATCHMENTS: (node) => `S${node} RAIN ${node} 0.1 60 30 0.3 0`,
    SUBAREAS: (node) => `S${node} 0.015 0.2 1.5 4 25 OUTLET`,
    INFILTRATION: (node) => `S${node} 50 5 4 7 0`,
  };
  return Object.entries(rows).reduce(
    (whole, [section, row]) => whole.replace(`[${section}]\n`, `[${section}]\n${canalNodes.map(row).join('\n')}\n`),
    text,
  );
}
