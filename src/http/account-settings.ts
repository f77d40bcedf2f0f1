/** The account as a whole between its routes and the use case, bound to the tables and the activity log. */
import {
  accountSettingsClosedTo,
  readAccountSettings,
  type AccountSettingsPatch,
} from "../contract/account-settings";
import type { AccountView } from "../contract/accounts";
import { readAccount, saveAccountOverVersion } from "../db/accounts/accounts";
import { SyncError } from "../domain/errors/sync-error";
import { saveAccount } from "../sync/accounts/save-account";
import type { AppServices, Viewer } from "./context";
import { record } from "./record";

export async function readAccountView(
  { db }: AppServices,
  { accountId }: Viewer,
): Promise<AccountView> {
  const { id, name, settings, settingsVersion } = await readAccount(db, accountId);
  return { id, name, settings: readAccountSettings(settings), settingsVersion };
}

/** Throws SyncError("merchant", "auth.forbidden") and what the use case throws. */
export async function saveAccountBy(
  call: { services: AppServices; viewer: Viewer },
  seenVersion: number,
  wanted: { name?: string | undefined; settings?: AccountSettingsPatch | undefined },
): Promise<void> {
  const { services, viewer } = call;
  const closed = accountSettingsClosedTo(viewer.role, wanted.settings ?? {});
  if (closed.length > 0) throw new SyncError("merchant", "auth.forbidden", { fields: closed });
  await saveAccount(
    {
      read: async () => {
        const { settingsVersion: version, ...rest } = await readAccountView(services, viewer);
        return { ...rest, version };
      },
      saveOver: (settingsVersion, change) =>
        saveAccountOverVersion(services.db, { id: viewer.accountId, settingsVersion }, change),
      record: (kind, facts) => record(call, null, kind, facts),
    },
    seenVersion,
    wanted,
  );
}
