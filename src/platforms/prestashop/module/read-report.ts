/** What the module's health report says of the shop and its languages; before 0.3 it says neither. */
import type { StoreLanguage } from "../store-memory";
import type { StoreShop } from "../store-shop";
import type { ModuleAnswer } from "./calls";

type Report = Pick<ModuleAnswer<"health">, "shop" | "languages"> | undefined;

export function toStoreShop(report: Report): StoreShop | undefined {
  const { id, groupId, name, sharesStock } = report?.shop ?? {};
  if (!id || !groupId) return undefined;
  return { id, groupId, name: name ?? "", sharesStock: sharesStock ?? false };
}

export function toLanguages(report: Report): readonly StoreLanguage[] | undefined {
  return report?.languages
    ?.filter(({ isActive }) => isActive)
    .map(({ id, code }) => ({ id, code }));
}
