/** Gives a connection what people chose in a deleted one of the same account, store and shop. */
import {
  newSettings,
  readConnectionSettings,
  takenFromFormer,
} from "../contract/connection-settings";
import { addActivity } from "../db/accounts/activities";
import { forgetKept } from "./forget-kept";
import { connectionOf, saveOverVersion } from "../db/connections/connections";
import {
  findFormerSettings,
  restoreCategories,
  restoreProducts,
} from "../db/connections/former-choices";
import type { Facts } from "../domain/facts";
import { saveSettings } from "../sync/connections/change-connection";
import type { Services } from "./services";
import { toStanding } from "./standing-connection";

interface OwnedConnection {
  id: string;
  accountId: string;
}

type Note = (kind: string, facts: Facts) => Promise<void>;

/** Nothing chosen since is overwritten. The activity says what came back; details of products come with their pull. */
export async function restoreChoices(services: Services, row: OwnedConnection): Promise<void> {
  const { db, now } = services;
  const { id: connectionId, accountId } = row;
  const note: Note = (kind, facts) => {
    const entry = {
      id: services.newId("act"),
      actor: "weft",
      connectionId,
      accountId,
      kind,
      facts,
    };
    return addActivity(db, entry, now());
  };
  await restoreSettings(services, row, note);
  const categories = await restoreCategories(db, connectionId, now());
  if (categories > 0) await note("category.restored", { count: categories });
  const products = await restoreProducts(db, connectionId);
  if (products > 0) await note("product.restored", { count: products });
}

async function restoreSettings(
  services: Services,
  { id, accountId }: OwnedConnection,
  note: Note,
): Promise<void> {
  const { db, now } = services;
  const former = await findFormerSettings(db, id);
  if (!former) return;
  const read = async () => toStanding(await connectionOf(db, accountId, id));
  const { version, settings: present, warehouseIds, warehouseId: bound } = await read();
  const first = newSettings(services.settings.storeRequestsPerMinute);
  const settings = takenFromFormer(readConnectionSettings(former.settings), { present, first });
  const { warehouseId } = former;
  const isOther =
    warehouseId !== null && warehouseId !== bound && warehouseIds.includes(warehouseId);
  if (Object.keys(settings).length === 0 && !isOther) return;
  await saveSettings(
    {
      ledger: services.ledger(id),
      forgetKept: () => forgetKept(services, { accountId, id }),
      read,
      saveOver: (settingsVersion, change) =>
        saveOverVersion(db, { id, settingsVersion }, change, now()),
      record: (kind, facts) =>
        note(kind === "connection.settings_changed" ? "connection.settings_restored" : kind, facts),
    },
    version,
    { settings, ...(isOther && { warehouseId }) },
  );
}
