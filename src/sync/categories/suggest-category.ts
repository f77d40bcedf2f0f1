import { plainText } from "../../domain/listings/clean-html";
import { cleanTitle } from "../../domain/listings/clean-title";
import {
  chooseSuggestion,
  matchCategory,
  type Leaf,
  type Suggestion,
} from "../../domain/categories/match-category";
import { asSyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";
import type { ItemOutcome } from "../listings/push-ports";

export interface SuggestCategoryDeps {
  channel: Pick<ChannelSession, "suggestCategory">;
  leaves: readonly Leaf[];
  pathOf(sourceCategoryId: string): Promise<string>;
  /** A product that stands for its category. */
  sampleProduct(
    sourceCategoryId: string,
  ): Promise<{ name: string; description: string } | undefined>;
  saveSuggestion(sourceCategoryId: string, suggestion: Suggestion): Promise<void>;
}

/** The channel reads no more than this of a description. */
const MAX_DESCRIPTION = 1_000;

/** Asks the channel by a product of the category and compares words; keeps the likelier answer. */
export async function suggestCategory(
  deps: SuggestCategoryDeps,
  sourceCategoryId: string,
): Promise<ItemOutcome> {
  const sample = await deps.sampleProduct(sourceCategoryId);
  if (!sample) return { state: "skipped", reasons: [{ code: "category.empty", facts: {} }] };
  const path = await deps.pathOf(sourceCategoryId);
  const fromText = matchCategory({ path, title: sample.name }, deps.leaves);
  const fromChannel = await askChannel(deps, sample);
  const suggestion = chooseSuggestion(fromChannel, fromText, deps.leaves);
  if (!suggestion)
    return { state: "failed", reasons: [{ code: "category.no_suggestion", facts: { path } }] };
  await deps.saveSuggestion(sourceCategoryId, suggestion);
  const facts = { category: suggestion.path, confidence: suggestion.confidence };
  return { state: "done", reasons: [{ code: "category.suggested", facts }] };
}

/** A title the channel refuses to judge leaves the text match; anything else is worth another try. */
async function askChannel(
  deps: SuggestCategoryDeps,
  sample: { name: string; description: string },
) {
  const description = plainText(sample.description).slice(0, MAX_DESCRIPTION);
  try {
    return await deps.channel.suggestCategory(cleanTitle(sample.name), description);
  } catch (caught) {
    const error = asSyncError(caught);
    if (error.remedy === "merchant") return undefined;
    throw error;
  }
}
