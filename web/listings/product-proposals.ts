/** What the store says of a product's empty attributes. */
import type { AttributeDemand } from "../../src/contract/demands";
import type { StoreTexts } from "../../src/contract/proposals";
import { proposeAttributes } from "../../src/domain/proposals/propose-attributes";
import type { AttributeProposal } from "../../src/domain/proposals/shapes";

const known = new WeakMap<StoreTexts, AttributeProposal[]>();

/** Worked out once for texts, however many fields ask. */
export function proposalFor(
  attributeId: string,
  attributes: readonly AttributeDemand[],
  texts: StoreTexts,
): AttributeProposal | undefined {
  const isOpen = (id: string) => texts.open.includes(id);
  const proposals = known.get(texts) ?? proposeAttributes(texts.lines, attributes, isOpen);
  known.set(texts, proposals);
  return proposals.find((one) => one.attributeId === attributeId);
}
