import type { Role } from "../../domain/accounts/role";
import { SyncError } from "../../domain/errors/sync-error";

export interface KnownPerson {
  userId: string;
  name: string;
  role: Role;
}

interface FindDeps {
  list(): Promise<readonly KnownPerson[]>;
}

export interface ChangePersonDeps extends FindDeps {
  setName(userId: string, name: string): Promise<void>;
  /** False where the person is the last owner, or was removed meanwhile. */
  setRole(userId: string, role: Role): Promise<boolean>;
  record(before: KnownPerson, after: KnownPerson): Promise<void>;
}

export interface RemovePersonDeps extends FindDeps {
  /** False where the person is the last owner, or was removed meanwhile. */
  remove(userId: string): Promise<boolean>;
  record(removed: KnownPerson): Promise<void>;
}

/** Throws SyncError("merchant", "person.not_found" | "person.last_owner"). */
export async function changePerson(
  deps: ChangePersonDeps,
  userId: string,
  change: { name?: string | undefined; role?: Role | undefined },
): Promise<void> {
  const before = await findPerson(deps, userId);
  const after = {
    userId,
    name: change.name ?? before.name,
    role: change.role ?? before.role,
  };
  if (after.role !== before.role && !(await deps.setRole(userId, after.role)))
    throw await whyKept(deps, userId);
  if (after.name !== before.name) await deps.setName(userId, after.name);
  if (after.role !== before.role || after.name !== before.name) await deps.record(before, after);
}

/**
 * Ends a membership with every session of the person; the person can be invited again. Throws
 * SyncError("merchant", "person.not_found" | "person.last_owner").
 */
export async function removePersonBy(deps: RemovePersonDeps, userId: string): Promise<void> {
  const person = await findPerson(deps, userId);
  if (!(await deps.remove(userId))) throw await whyKept(deps, userId);
  await deps.record(person);
}

async function findPerson({ list }: FindDeps, userId: string): Promise<KnownPerson> {
  const found = (await list()).find((person) => person.userId === userId);
  if (!found) throw new SyncError("merchant", "person.not_found");
  return found;
}

/** A change that did not go through met the last owner, or a person who has gone since. */
async function whyKept(deps: FindDeps, userId: string): Promise<SyncError> {
  const { name } = await findPerson(deps, userId);
  return new SyncError("merchant", "person.last_owner", { name });
}
