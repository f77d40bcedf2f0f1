import { readConnectionSettings } from "../contract/connection-settings";
import { connectionOf } from "../db/connections/connections";
import { forgetContent } from "../db/listings/forget-content";
import { CONTENT_RULES, type ContentRules } from "../domain/listings/sync-rules";
import type { Services } from "./services";

/** What was sent of fields that are the channel's by the rules of all products is not known any more. */
export async function forgetKept(
  { db }: Pick<Services, "db">,
  { id, accountId }: { id: string; accountId: string },
): Promise<void> {
  const { settings } = await connectionOf(db, accountId, id);
  const { update, mapped } = readConnectionSettings(settings).syncRules;
  await forgetContent(db, id, { origin: "pushed" }, keptIn(update));
  await forgetContent(db, id, { origin: "mapped" }, keptIn(mapped));
}

const keptIn = (rules: ContentRules) => CONTENT_RULES.filter((field) => rules[field] === "channel");
