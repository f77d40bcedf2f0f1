import type { SourceProduct, SourceVariant } from "../catalogue/source-product";
import { cleanLine, isReadable } from "./channel-text";

/** The variants with the names and values of their options as a channel shows them. */
export function cleanOptions({ variants }: SourceProduct): SourceVariant[] {
  return variants.map((variant) => ({
    ...variant,
    options: variant.options.map(({ name, value }) => ({
      name: cleanLine(name),
      value: cleanLine(value),
    })),
  }));
}

/** Names and values, as the store has them, in which a channel finds no word to show. */
export function unreadableOptions({ variants }: SourceProduct): string[] {
  const texts = variants.flatMap(({ options }) =>
    options.flatMap(({ name, value }) => [name, value]),
  );
  return [...new Set(texts.filter((text) => !isReadable(cleanLine(text))))];
}
