export interface TreeCategory {
  id: string;
  /** "0" for a department. */
  parentId: string;
  name: string;
  isLeaf: boolean;
  permission: string;
}

/**
 * Every category with its path "Beauty > Make-up > Lips"; a node without its parent starts a path.
 */
export function withPaths<Node extends TreeCategory>(
  nodes: readonly Node[],
): (Node & { path: string })[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const paths = new Map<string, string>();
  const pathOf = (node: Node, depth: number): string => {
    const known = paths.get(node.id);
    if (known !== undefined) return known;
    const parent = byId.get(node.parentId);
    // A tree is at most a few levels deep; more means a loop in what was read.
    const path = parent && depth < 12 ? `${pathOf(parent, depth + 1)} > ${node.name}` : node.name;
    paths.set(node.id, path);
    return path;
  };
  return nodes.map((node) => ({ ...node, path: pathOf(node, 0) }));
}
