import { readConnectionSettings } from "../../contract/connection-settings";
import type { ConnectionRow } from "../../db/connections/connections";
import type { AdminPages } from "../../platforms/source";
import type { AppServices } from "../context";

/** Pages in the store's back office; null while neither its module nor the merchant told its address. */
export function adminPagesOf(
  { sourcePlatform }: Pick<AppServices, "sourcePlatform">,
  connection: ConnectionRow,
): AdminPages | null {
  const { sourcePlatform: platform, sourceStore, settings } = connection;
  const adminUrl = adminUrlOf(connection) ?? readConnectionSettings(settings).adminUrl;
  if (!adminUrl) return null;
  return sourcePlatform(platform).adminPages(adminUrl, sourceStore?.version ?? "");
}

/** The address of the back office as the store's module tells it; null where it does not. */
export function adminUrlOf({ sourceUrl, sourceStore }: ConnectionRow): string | null {
  const path = sourceStore?.adminPath;
  return sourceUrl && path ? new URL(sourceUrl).origin + path : null;
}
