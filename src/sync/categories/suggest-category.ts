import { cleanLine } from "../../domain/listings/channel-text";
import { plainText } from "../../domain/listings/clean-html";

import {
  chooseSuggestion,
  matchCategory,
  type Leaf,
  type Suggestion,
} from "../../domain/categories/match-category";
import { asSyncError } from "../../domain/errors/sync-error";
import type { ChannelSession } from "../../platforms/channel";
import type { CategoryMapping } from "../../domain/categories/category-record";
import type { ItemOutcome } from "../../domain/tasks/item-outcome";

export interface SuggestCategoryDeps {
  channel: Pick<ChannelSession, "suggestCategory">;
  leaves: readonly Leaf[];
  mappings: {
    findSourcePath(sourceCategoryId: string): Promise<string | undefined>;
    /** A product that stands for its category. */
    sampleProduct(
      sourceCategoryId: string,
    ): Promise<{ name: string; description: string } | undefined>;
    save(mapping: CategoryMapping, source: "suggestion"): Promise<void>;
  };
  connection: {
    settings: {
      /** A suggestion takes effect without a person. */
      acceptSuggestions: boolean;
    };
  };
}

/** The channel reads no more than this of a description. */
const MAX_DESCRIPTION = 1_000;

/** Asks the channel by a product of the category and compares words; saves the likelier answer. */
export async function suggestCategory(
  deps: SuggestCategoryDeps,
  sourceCategoryId: string,
): Promise<ItemOutcome> {
  const sample = await deps.mappings.sampleProduct(sourceCategoryId);
  if (!sample) return { state: "skipped", reasons: [{ code: "category.empty", facts: {} }] };
  const path = (await deps.mappings.findSourcePath(sourceCategoryId)) ?? "";
  const fromText = matchCategory({ path, title: sample.name }, deps.leaves);
  const fromChannel = await askChannel(deps, sample);
  const suggestion = chooseSuggestion(fromChannel, fromText, deps.leaves);
  if (!suggestion)
    return { state: "failed", reasons: [{ code: "category.no_suggestion", facts: { path } }] };
  await deps.mappings.save(toMapping(deps, sourceCategoryId, suggestion), "suggestion");
  const facts = { category: suggestion.path, confidence: suggestion.confidence };
  return { state: "done", reasons: [{ code: "category.suggested", facts }] };
}

function toMapping(
  { connection: { settings } }: Pick<SuggestCategoryDeps, "connection">,
  sourceCategoryId: string,
  { categoryId, path, confidence }: Suggestion,
): CategoryMapping {
  const state = settings.acceptSuggestions ? "accepted" : "suggested";
  const category = { channelCategoryId: categoryId, channelCategoryPath: path };
  return { sourceCategoryId, state, ...category, confidence };
}

/** A title the channel refuses to judge leaves the text match; anything else is worth another try. */
async function askChannel(
  deps: SuggestCategoryDeps,
  sample: { name: string; description: string },
) {
  const description = plainText(sample.description).slice(0, MAX_DESCRIPTION);
  try {
    return await deps.channel.suggestCategory(cleanLine(sample.name), description);
  } catch (caught) {
    const error = asSyncError(caught);
    if (error.remedy === "merchant") return undefined;
    throw error;
  }
}
