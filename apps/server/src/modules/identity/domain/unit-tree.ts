import type { UnitGroup, UnitKind } from '@makaverse/contract/identity-directory';

/** A unit as it stood on the tree's day. */
export interface UnitNode {
  readonly id: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: string | null;
  readonly presentingGroup: string | null;
}

/** All units of one day, ordered by code. */
export interface UnitTree {
  get(id: string): UnitNode | undefined;
  childrenOf(id: string): readonly UnitNode[];
  /** From the unit itself up to the root. */
  pathOf(id: string): readonly string[];
  all(): readonly UnitNode[];
}

/** Builds the tree; a parent that is not of that day makes a root, a circle in bad data ends the path. */
export function plantTree(nodes: readonly UnitNode[]): UnitTree {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const children = Map.groupBy(nodes, (node) => node.parentId);
  return {
    get: (id) => byId.get(id),
    childrenOf: (id) => children.get(id) ?? [],
    pathOf: (id) => {
      const path: string[] = [];
      for (let node = byId.get(id); node && !path.includes(node.id); node = node.parentId === null ? undefined : byId.get(node.parentId))
        path.push(node.id);
      return path;
    },
    all: () => nodes,
  };
}

// "All agencies" is what officials call SKPD, to which the city's secretariat belongs (PP 18/2016 art. 5).
const kindsOfGroup: Readonly<Record<Exclude<UnitGroup, 'all-presenting'>, readonly UnitKind[]>> = {
  'all-agencies': ['agency', 'secretariat'],
  'all-kecamatan': ['kecamatan'],
  'all-kelurahan': ['kelurahan'],
  'all-enterprises': ['enterprise'],
  'all-bureaus': ['bureau'],
  'all-assistants': ['assistant'],
  'all-expert-staff': ['expert-staff'],
};

/** The units a group's name stands for on the tree's day. Presenting are those that the rakorsus gives a slot. */
export function unitsInGroup(tree: UnitTree, group: UnitGroup): readonly UnitNode[] {
  if (group === 'all-presenting') return tree.all().filter((unit) => unit.presentingGroup !== null);
  return tree.all().filter((unit) => kindsOfGroup[group].includes(unit.kind));
}
