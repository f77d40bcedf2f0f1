import {
  NEEDED_BESIDE_MODULE,
  OFFERED_BESIDE_MODULE,
} from "../../domain/connections/module-permissions";
import {
  NEEDED_PERMISSIONS,
  OFFERED_PERMISSIONS,
  SEEING_PERMISSIONS,
} from "../../domain/connections/store-permissions";
import { SyncError } from "../../domain/errors/sync-error";
import type { SourceAccess } from "../source";
import type { StoreClient } from "./request";
import { isSupported, knowsPatch } from "./version";
import { toPermissions } from "./xml";

/**
 * The permissions a key needs in a store of this version: one without PATCH needs PUT instead, one whose module makes
 * the orders needs fewer.
 */
export function neededPermissions(
  version: string,
  hasModule = false,
): Readonly<Record<string, readonly string[]>> {
  const needed = hasModule ? NEEDED_BESIDE_MODULE : NEEDED_PERMISSIONS;
  if (knowsPatch(version)) return needed;
  const withPutForPatch = (verbs: readonly string[]) =>
    verbs.map((verb) => (verb === "PATCH" ? "PUT" : verb));
  return Object.fromEntries(
    Object.entries(needed).map(([resource, verbs]) => [resource, withPutForPatch(verbs)]),
  );
}

/** Whether a key that lacks these would do beside the module, as the one that it makes itself. */
export function sufficesBesideModule({
  version,
  missingPermissions,
}: Pick<SourceAccess, "version" | "missingPermissions">): boolean {
  const needed = Object.entries(neededPermissions(version, true)).flatMap(([resource, verbs]) =>
    verbs.map((verb) => `${resource}: ${verb}`),
  );
  return missingPermissions.every((missing) => !needed.includes(missing));
}

/** Modules before 0.3 leave an order to the webservice now and then, so their keys are as broad as one made by hand. */
export function keyPermissions(moduleVersion: string): Readonly<Record<string, readonly string[]>> {
  return /^0\.[012]\./.test(moduleVersion) ? OFFERED_PERMISSIONS : OFFERED_BESIDE_MODULE;
}

/**
 * One real call with the key; whether the module is there is asked only where it makes a difference. Throws what
 * the store answers otherwise (`prestashop.key_invalid`, `.webservice_off`, `.wrong_url`...) and
 * SyncError("merchant", "prestashop.version_unsupported").
 */
export async function checkAccess(
  client: StoreClient,
  hasModule: () => boolean | Promise<boolean>,
): Promise<SourceAccess> {
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
  const lacking = missingOf(neededPermissions(version));
  const isLess = lacking.length > 0 && (await hasModule());
  return {
    version,
    missingPermissions: isLess ? missingOf(neededPermissions(version, true)) : lacking,
    unseen: missingOf(SEEING_PERMISSIONS),
  };
}
