import { NEEDED_PERMISSIONS, SEEING_PERMISSIONS } from "../../domain/connections/store-permissions";
import { SyncError } from "../../domain/errors/sync-error";
import type { SourceAccess } from "../source";
import type { StoreClient } from "./request";
import { isSupported, knowsPatch } from "./version";
import { toPermissions } from "./xml";

/** The permissions a key needs in a store of this version: one without PATCH needs PUT instead. */
export function neededPermissions(version: string): Readonly<Record<string, readonly string[]>> {
  if (knowsPatch(version)) return NEEDED_PERMISSIONS;
  const withPutForPatch = (verbs: readonly string[]) =>
    verbs.map((verb) => (verb === "PATCH" ? "PUT" : verb));
  return Object.fromEntries(
    Object.entries(NEEDED_PERMISSIONS).map(([resource, verbs]) => [
      resource,
      withPutForPatch(verbs),
    ]),
  );
}

/**
 * One real call with the key. Throws what the store answers otherwise (`prestashop.key_invalid`,
 * `.webservice_off`, `.wrong_url`...) and SyncError("merchant", "prestashop.version_unsupported").
 */
export async function checkAccess(client: StoreClient): Promise<SourceAccess> {
  const permissions = toPermissions(await client.root());
  if (!permissions)
    throw new SyncError("defect", "prestashop.unexpected_shape", { resource: "api" });
  const version = client.version();
  if (!isSupported(version))
    throw new SyncError("merchant", "prestashop.version_unsupported", { version });
  const granted = new Map(permissions.map(({ resource, verbs }) => [resource, verbs]));
  const missingOf = (wanted: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(wanted).flatMap(([resource, verbs]) =>
      verbs
        .filter((verb) => !granted.get(resource)?.includes(verb))
        .map((verb) => `${resource}: ${verb}`),
    );
  return {
    version,
    missingPermissions: missingOf(neededPermissions(version)),
    unseen: missingOf(SEEING_PERMISSIONS),
  };
}
