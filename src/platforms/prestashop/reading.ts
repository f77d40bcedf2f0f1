/** For whom products are read: the chosen customer group, currency and language of the store. */
import type { ReadingChoice, ReadingChoices } from "../../domain/connections/reading-choice";
import { flag, localized, text, type Row } from "./json";
import { listAll } from "./list-all";
import type { StoreClient } from "./request";
import type { StoreFacts } from "./store-facts";
import { listIfAllowed } from "./store-shop";

/**
 * The facts as products are read by. A currency or language that the store does not have any more gives
 * way to its own: prices carry their currency along, and one that is not the market's is never sent.
 * One request where another language is chosen.
 */
export async function readAsChosen(
  client: StoreClient,
  facts: StoreFacts,
  { groupId, currency, languageId }: ReadingChoice,
): Promise<StoreFacts> {
  const chosen = facts.currencies.find(({ code }) => code === currency);
  const isSpoken = languageId !== null && (await isActive(client, languageId));
  return {
    ...facts,
    ...(chosen ? { currency: chosen.code, currencyId: chosen.id } : {}),
    ...(groupId === null ? {} : { priceGroupId: groupId }),
    ...(isSpoken ? { languageId } : {}),
  };
}

/** A key that may not read languages is not asked again: the choice is believed. */
async function isActive(client: StoreClient, languageId: string): Promise<boolean> {
  const query = { display: "[id,active]", "filter[id]": `[${languageId}]` };
  const rows = await listIfAllowed(client, "languages", query);
  return rows === undefined || rows.some((row) => flag(row, "active"));
}

/**
 * The percentage that the store takes off every price for the group ("10.00"), "" where there is none. The
 * webservice's own prices are without it, and a category's percentage, which would win, it does not tell at
 * all: only the module's prices have that. One request; none where the store leaves its groups out of account.
 */
export async function readGroupPercent(
  client: StoreClient,
  { usesGroups, priceGroupId }: Pick<StoreFacts, "usesGroups" | "priceGroupId">,
): Promise<string> {
  if (!usesGroups) return "";
  const query = { display: "[id,reduction]", "filter[id]": `[${priceGroupId}]` };
  const [group] = (await listIfAllowed(client, "groups", query)) ?? [];
  const percent = group ? text(group, "reduction") : "";
  return Number(percent) > 0 ? percent : "";
}

/** What there is to choose from; no languages where the key may not read them. Three requests. */
export async function listReadingChoices(
  client: StoreClient,
  facts: StoreFacts,
): Promise<ReadingChoices> {
  const { languageId } = facts;
  const [groups, languages = []] = await Promise.all([
    listAll(client, "groups", { display: "[id,name]", language: languageId }),
    listIfAllowed(client, "languages", { display: "[id,name,active]" }),
  ]);
  const toNamed = (row: Row) => ({ id: text(row, "id"), name: localized(row, "name", languageId) });
  return {
    groups: groups.map(toNamed),
    currencies: facts.currencies.map(({ code }) => ({ id: code, name: code })),
    languages: languages.filter((row) => flag(row, "active")).map(toNamed),
  };
}
