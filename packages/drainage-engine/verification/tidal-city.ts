import { inpText, tideRows } from './inp-text.ts';
import { Dice } from './random-models/dice.ts';

/** What to build. The same numbers always give the same city. */
export interface CityPlan {
  /** About how many conduits; rounded to whole blocks. */
  readonly conduits: number;
  readonly seed?: number;
  /** Options that differ, such as ROUTING_STEP. */
  readonly options?: Readonly<Record<string, string | number>>;
  /** Share of ditches that are closed pipes instead. */
  readonly pipeShare?: number;
}

/** Conduits of one canal with its ditches: 25 reaches of canal, each with 3 ditches. */
const REACHES = 25;
const DITCHES = 3;

/** Triangular storm of two hours, mm/h every five minutes. */
const storm = Array.from({ length: 25 }, (_, index) => (115 * (1 - Math.abs(index - 9) / (index < 9 ? 9 : 16))).toFixed(2));

/**
 * A flat city by the sea as an `.inp`: U-ditches fall into canals, canals into a tide; every ditch has its catchment with Horton infiltration.
 *
 * @example tidalCity({ conduits: 1000 })
 */
export function tidalCity({ conduits, seed = 7, options = {}, pipeShare = 0 }: CityPlan): string {
  const dice = new Dice(seed);
  const canals = Math.max(1, Math.round(conduits / (REACHES * (DITCHES + 1))));
  const rows: Record<
    'JUNCTIONS' | 'OUTFALLS' | 'CONDUITS' | 'XSECTIONS' | 'SUBCATCHMENTS' | 'SUBAREAS' | 'INFILTRATION' | 'COORDINATES',
    string[]
  > = {
    JUNCTIONS: [],
    OUTFALLS: [],
    CONDUITS: [],
    XSECTIONS: [],
    SUBCATCHMENTS: [],
    SUBAREAS: [],
    INFILTRATION: [],
    COORDINATES: [],
  };
  for (let canal = 0; canal < canals; canal += 1) {
    const slope = dice.between(0.0002, 0.0006);
    const width = dice.between(3.5, 5.5);
    let level = dice.between(-0.9, -0.6);
    rows.OUTFALLS.push(`SEA${canal} ${level.toFixed(3)} TIMESERIES TIDE NO`);
    rows.COORDINATES.push(`SEA${canal} 0 ${canal * 300}`);
    let below = `SEA${canal}`;
    for (let reach = 0; reach < REACHES; reach += 1) {
      const length = Math.round(dice.between(60, 110));
      level += length * slope;
      const node = `K${canal}_${reach}`;
      rows.JUNCTIONS.push(`${node} ${level.toFixed(3)} 2.6 ${Math.max(0, 0.5 - level).toFixed(3)} 0 0`);
      rows.COORDINATES.push(`${node} ${(reach + 1) * 90} ${canal * 300}`);
      rows.CONDUITS.push(`CK${canal}_${reach} ${node} ${below} ${length} 0.025 0 0`);
      rows.XSECTIONS.push(`CK${canal}_${reach} RECT_OPEN 2.6 ${(width * (1 - 0.015 * reach)).toFixed(2)} 0 0`);
      below = node;
      addDitches({ canal, reach, level, rows, dice, pipeShare });
    }
  }
  const sections = Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list.join('\n')]));
  return inpText(
    `Tidal city of ${canals * REACHES * (DITCHES + 1)} conduits, seed ${seed}`,
    {
      RAINGAGES: 'RAIN INTENSITY 0:05 1 TIMESERIES STORM',
      ...sections,
      TIMESERIES: `${storm.map((rate, index) => `STORM ${(0.5 + index / 12).toFixed(5)} ${rate}`).join('\n')}\n${tideRows('TIDE', { mean: 0.3, range: 1.3, period: 12.4, hours: 12 })}`,
    },
    { REPORT_STEP: '00:05:00', DRY_STEP: '00:05:00', ...options },
  );
}

interface DitchPlace {
  readonly canal: number;
  readonly reach: number;
  readonly level: number;
  readonly rows: Readonly<
    Record<'JUNCTIONS' | 'CONDUITS' | 'XSECTIONS' | 'SUBCATCHMENTS' | 'SUBAREAS' | 'INFILTRATION' | 'COORDINATES', string[]>
  >;
  readonly dice: Dice;
  readonly pipeShare: number;
}

/** Ditches in a row that fall into the canal 1.4 m above its bed, so that the sea alone does not flood them. */
function addDitches({ canal, reach, level, rows, dice, pipeShare }: DitchPlace): void {
  let below = `K${canal}_${reach}`;
  let bed = level + 1.4;
  let offset = 1.4;
  let above = 0;
  for (let ditch = 0; ditch < DITCHES; ditch += 1) {
    const length = Math.round(dice.between(40, 80));
    bed += length * dice.between(0.0008, 0.0025);
    const name = `${canal}_${reach}_${ditch}`;
    const depth = dice.between(0.8, 1.1);
    // The rim lies at the highest crown that joins, so that an open ditch never stands under pressure.
    const rim = Math.max(depth, above);
    above = depth;
    rows.JUNCTIONS.push(`D${name} ${bed.toFixed(3)} ${rim.toFixed(2)} 0 0 0`);
    rows.COORDINATES.push(`D${name} ${(reach + 1) * 90} ${canal * 300 + (ditch + 1) * 60}`);
    rows.CONDUITS.push(`CD${name} D${name} ${below} ${length} 0.018 0 ${offset}`);
    const isPipe = pipeShare > 0 && dice.happens(pipeShare);
    rows.XSECTIONS.push(
      `CD${name} ${isPipe ? `CIRCULAR ${dice.between(0.5, 0.9).toFixed(2)} 0 0 0` : `RECT_OPEN ${depth.toFixed(2)} ${dice.between(0.6, 1.1).toFixed(2)} 0 0`}`,
    );
    const hectares = dice.between(0.25, 0.7);
    rows.SUBCATCHMENTS.push(
      `S${name} RAIN D${name} ${hectares.toFixed(3)} ${dice.between(40, 85).toFixed(0)} ${dice.between(50, 110).toFixed(0)} ${dice.between(0.2, 0.8).toFixed(2)} 0`,
    );
    rows.SUBAREAS.push(`S${name} 0.015 0.2 1.5 4 25 OUTLET`);
    rows.INFILTRATION.push(`S${name} ${dice.between(30, 75).toFixed(1)} ${dice.between(3, 10).toFixed(1)} 4 7 0`);
    below = `D${name}`;
    offset = 0;
  }
}
