import { DEPARTMENTS, INVITE_ONLY, NON_MAIN, PROHIBITED, type Department } from "./departments";

export type Permission = "AVAILABLE" | "INVITE_ONLY" | "NON_MAIN_CATEGORY" | "PROHIBITED";

/** A node of the second-version category tree. */
export interface Category {
  id: string;
  /** "0" for a department. */
  parentId: string;
  name: string;
  level: number;
  isLeaf: boolean;
  permissions: readonly Permission[];
  /** Names from the department down to this node. */
  path: readonly string[];
}

const FIRST_ID = 600_001;

function permissionsOf(path: readonly string[]): readonly Permission[] {
  const within = (names: readonly string[]) => path.some((name) => names.includes(name));
  if (within(PROHIBITED)) return ["PROHIBITED"];
  if (within(INVITE_ONLY)) return ["INVITE_ONLY"];
  return within(NON_MAIN) ? ["NON_MAIN_CATEGORY"] : ["AVAILABLE"];
}

/** Every path from a department to a leaf, in the order of departments.ts. */
function paths(department: Department): string[][] {
  const audiences = department.audiences.length ? department.audiences : [undefined];
  return audiences.flatMap((audience) =>
    department.groups.flatMap((line) => {
      const [groups = "", leaves = ""] = line.split(": ");
      const above = audience ? [department.name, audience] : [department.name];
      return leaves.split(", ").map((leaf) => [...above, ...groups.split(" > "), leaf]);
    }),
  );
}

function buildTree(): Category[] {
  const nodes = new Map<string, Category>();
  for (const path of DEPARTMENTS.flatMap(paths))
    for (let level = 1; level <= path.length; level++) {
      const here = path.slice(0, level);
      const key = here.join(" > ");
      if (nodes.has(key)) continue;
      nodes.set(key, {
        id: String(FIRST_ID + nodes.size),
        parentId: nodes.get(here.slice(0, -1).join(" > "))?.id ?? "0",
        name: here.at(-1) ?? "",
        level,
        isLeaf: level === path.length,
        permissions: permissionsOf(here),
        path: here,
      });
    }
  return [...nodes.values()];
}

/** The whole tree, parents before children; the same on every run. */
export const CATEGORIES: readonly Category[] = buildTree();

const BY_ID = new Map(CATEGORIES.map((category) => [category.id, category]));

/** The category of an id. */
export const categoryOf = (id: string): Category | undefined => BY_ID.get(id);

/** The category and what is above it, the department first. */
export function categoryChain(id: string): Category[] {
  const category = categoryOf(id);
  return category ? [...categoryChain(category.parentId), category] : [];
}

/** The wire row of a category. */
export function categoryView(category: Category): Record<string, unknown> {
  return {
    id: category.id,
    parent_id: category.parentId,
    local_name: category.name,
    is_leaf: category.isLeaf,
    permission_statuses: category.permissions,
  };
}
