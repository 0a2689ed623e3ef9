import type { DrainageModel } from '../model/drainage-model.ts';
import type { Storage } from '../model/nodes.ts';
import type { Curve } from '../model/curves.ts';
import type { Network } from './network.ts';

/** Area as a polynomial of depth for the shapes that have one, else a table. Kernel node numbers are the keys. */
type StorageForm =
  /** area = constant + coefficient d^exponent */
  | { readonly kind: 'power'; readonly constant: number; readonly coefficient: number; readonly exponent: number }
  /** area = c0 + c1 d + c2 d2 */
  | { readonly kind: 'quadratic'; readonly c0: number; readonly c1: number; readonly c2: number }
  | { readonly kind: 'table'; readonly x: Float64Array; readonly y: Float64Array; readonly volume: Float64Array };

/** Storages by kernel node. */
export type StorageSet = ReadonlyMap<number, StorageForm>;

function tableForm(curve: Curve): StorageForm {
  let { x, y } = curve;
  // Below its first point a curve keeps its first area.
  if (x.length === 0) {
    x = [0];
    y = [0];
  }
  if (x[0]! > 0) {
    x = [0, ...x];
    y = [y[0]!, ...y];
  }
  const volume = new Float64Array(x.length);
  for (let i = 1; i < x.length; i++) volume[i] = volume[i - 1]! + 0.5 * (x[i]! - x[i - 1]!) * (y[i]! + y[i - 1]!);
  return { kind: 'table', x: Float64Array.from(x), y: Float64Array.from(y), volume };
}

/** Shapes after the SWMM 5.2 User's Manual, [STORAGE]; base axes L and W, side slope Z as run over rise. */
function formOf(storage: Storage, curves: ReadonlyMap<string, Curve>): StorageForm {
  const { shape } = storage;
  switch (shape.kind) {
    case 'tabular': {
      const curve = curves.get(shape.curve);
      if (curve === undefined) return { kind: 'quadratic', c0: 0, c1: 0, c2: 0 };
      return tableForm(curve);
    }
    case 'functional':
      return { kind: 'power', constant: shape.constant, coefficient: shape.coefficient, exponent: shape.exponent };
    case 'cylindrical':
      return { kind: 'quadratic', c0: (Math.PI / 4) * shape.length * shape.width, c1: 0, c2: 0 };
    case 'conical': {
      const { length, width, sideSlope } = shape;
      return {
        kind: 'quadratic',
        c0: (Math.PI / 4) * length * width,
        c1: Math.PI * width * sideSlope,
        c2: length > 0 ? (Math.PI * width * sideSlope * sideSlope) / length : 0,
      };
    }
    case 'paraboloid':
      return { kind: 'quadratic', c0: 0, c1: ((Math.PI / 4) * shape.length * shape.width) / shape.height, c2: 0 };
    case 'pyramidal': {
      const { length, width, sideSlope } = shape;
      return { kind: 'quadratic', c0: length * width, c1: 2 * (length + width) * sideSlope, c2: 4 * sideSlope * sideSlope };
    }
  }
}

/** Storages of a model. */
export function storageSet(model: DrainageModel, net: Pick<Network, 'kernelNode'>): StorageSet {
  const curves = new Map(model.curves.map((curve) => [curve.name, curve]));
  const set = new Map<number, StorageForm>();
  model.nodes.forEach((node, i) => {
    if (node.kind === 'storage') set.set(net.kernelNode[i]!, formOf(node, curves));
  });
  return set;
}

function segment(x: Float64Array, value: number): number {
  let k = 1;
  while (k < x.length - 1 && value > x[k]!) k++;
  return k;
}

/** Surface of a storage at a depth, m2. Beyond its last point a table goes on at its last slope, never below 0. */
export function storageArea(set: StorageSet, n: number, depth: number): number {
  const form = set.get(n);
  if (form === undefined) return 0;
  if (form.kind === 'quadratic') return form.c0 + (form.c1 + form.c2 * depth) * depth;
  if (form.kind === 'power') return form.constant + (depth > 0 || form.exponent === 0 ? form.coefficient * depth ** form.exponent : 0);
  const { x, y } = form;
  if (x.length < 2) return y[0]!;
  const k = segment(x, depth);
  return Math.max(0, y[k - 1]! + ((y[k]! - y[k - 1]!) * (depth - x[k - 1]!)) / (x[k]! - x[k - 1]!));
}

/** Volume of a storage below a depth, m3. */
export function storageVolume(set: StorageSet, n: number, depth: number): number {
  const form = set.get(n);
  if (form === undefined || !(depth > 0)) return 0;
  if (form.kind === 'quadratic') return depth * (form.c0 + depth * (form.c1 / 2 + (depth * form.c2) / 3));
  if (form.kind === 'power') return form.constant * depth + (form.coefficient * depth ** (form.exponent + 1)) / (form.exponent + 1);
  const { x, y, volume } = form;
  if (x.length < 2) return y[0]! * depth;
  const k = segment(x, depth);
  return volume[k - 1]! + 0.5 * (depth - x[k - 1]!) * (y[k - 1]! + storageArea(set, n, depth));
}
