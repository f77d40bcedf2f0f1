import { readConnectionSettings } from "../../contract/connection-settings";
import type { ConnectionRow } from "../../db/connections/connections";
import type { AdminPages } from "../../platforms/source";
import type { AppServices } from "../context";

/** Pages in the store's back office; null while nobody told its address. */
export function adminPagesOf(
  { sourcePlatform }: Pick<AppServices, "sourcePlatform">,
  { sourcePlatform: platform, sourceStore, settings }: ConnectionRow,
): AdminPages | null {
  const { adminUrl } = readConnectionSettings(settings);
  if (!adminUrl) return null;
  return sourcePlatform(platform).adminPages(adminUrl, sourceStore?.version ?? "");
}
