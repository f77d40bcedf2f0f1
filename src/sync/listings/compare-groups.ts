import type { CheckGroup } from "../../domain/listings/check-group";
import { readShared, type SharedInputsDeps } from "./shared-inputs";

export interface CompareGroupsDeps extends SharedInputsDeps {
  groups: {
    list(): Promise<readonly (CheckGroup & { categoryId: string | null })[]>;
    bases(): Promise<readonly (CheckGroup & { basis: string })[]>;
    saveBases(groups: readonly (CheckGroup & { basis: string })[]): Promise<void>;
  };
}

/**
 * Finds the groups whose products share something else than when they were walked: another category,
 * rules, details, settings. Compares a key a group, so nobody has to tell what moved. A group whose
 * rules have to be read first waits for them.
 */
export async function compareGroups(deps: CompareGroupsDeps): Promise<void> {
  const groups = await deps.groups.list();
  const ids = groups.map(({ categoryId }) => categoryId);
  const shared = await readShared(deps, ids, { bodies: false });
  const known = new Map((await deps.groups.bases()).map((group) => [toText(group), group.basis]));
  const moved = groups.flatMap(({ kind, subject, categoryId }) => {
    const basis = shared.get(categoryId)?.key;
    const isMoved = basis !== undefined && known.get(toText({ kind, subject })) !== basis;
    return isMoved ? [{ kind, subject, basis }] : [];
  });
  if (moved.length > 0) await deps.groups.saveBases(moved);
}

const toText = ({ kind, subject }: CheckGroup) => `${kind}:${subject}`;
