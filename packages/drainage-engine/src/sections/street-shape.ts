import type { Street } from '../model/curves.ts';
import type { SurveyedBed } from './transect-shape.ts';

/**
 * The bed of a street from its backing over curb and gutter to the crown (SWMM 5.2 User's Manual, [STREETS]); the other half follows
 * where the street has two sides.
 */
export function streetBed(street: Street): SurveyedBed {
  const { crownWidth, curbHeight, crossSlope, gutterDepression, gutterWidth, backingWidth, backingSlope } = street;
  const half: [number, number, number][] = [];
  const curb = gutterDepression + curbHeight;
  let x = 0;
  if (backingWidth > 0) {
    half.push([0, curb + backingWidth * backingSlope, street.backingRoughness]);
    x = backingWidth;
  }
  half.push([x, curb, street.roadRoughness], [x, 0, street.roadRoughness]);
  if (gutterWidth > 0) half.push([x + gutterWidth, gutterDepression + gutterWidth * crossSlope, street.roadRoughness]);
  half.push([x + crownWidth, gutterDepression + crownWidth * crossSlope, street.roadRoughness]);
  const middle = x + crownWidth;
  const stations = half.map(([station]) => station);
  const elevations = half.map(([, level]) => level);
  const roughness = half.slice(0, -1).map(([, , n]) => n);
  if (street.sides === 2) {
    for (let i = half.length - 2; i >= 0; i--) {
      stations.push(2 * middle - half[i]![0]);
      elevations.push(half[i]![1]);
      roughness.push(half[i]![2]);
    }
  } else {
    // One side: a wall without width at the crown, as high as the curb or the backing.
    stations.push(middle);
    elevations.push(Math.max(...elevations));
    roughness.push(street.roadRoughness);
  }
  return { stations, elevations, roughness, channelRoughness: street.roadRoughness };
}
