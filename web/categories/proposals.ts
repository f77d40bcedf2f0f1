/** What the store says of empty attributes of a category's products, and what a person takes of it. */
import { computed, createModel, signal } from "@preact/signals";
import type { AttributeDemand } from "../../src/contract/demands";
import { proposeAttributes } from "../../src/domain/proposals/propose-attributes";
import type { AttributeProposal } from "../../src/domain/proposals/shapes";
import type { Client, Result } from "../api/client";
import { createResource } from "../data/resource";

const LIST = "GET /api/connections/:id/channel-categories/:categoryId/store-texts";
const ACCEPT = "POST /api/connections/:id/channel-categories/:categoryId/proposals/accept";

const keyOf = (productId: string, { attributeId }: Pick<AttributeProposal, "attributeId">) =>
  JSON.stringify([productId, attributeId]);

export interface ProductProposals {
  productId: string;
  name: string;
  proposals: AttributeProposal[];
}

interface Read {
  products: ProductProposals[];
  read: number;
  next: string | null;
}

interface ProposedFor {
  categoryId: string;
  attributes: readonly AttributeDemand[];
}

export const ProposalsModel = createModel(
  (client: Client, id: string, { categoryId, attributes }: ProposedFor) => {
    const params = { id, categoryId };
    const ticked = signal<ReadonlySet<string>>(new Set());
    const keysOf = (
      products: readonly ProductProposals[],
      isWanted: (one: AttributeProposal) => boolean,
    ) =>
      products.flatMap(({ productId, proposals }) =>
        proposals.filter(isWanted).map((one) => keyOf(productId, one)),
      );
    const isSure = ({ level }: AttributeProposal) => level === "sure";
    /** Pages without a proposal are passed over, so many at once: a person has nothing to do there. */
    const readFrom = async (from: string | null, before: Read, page = 1): Promise<Result<Read>> => {
      const query = from === null ? {} : { cursor: from };
      const result = await client.call(LIST, { params, query });
      if (!result.ok) return result;
      const { products: read, next } = result.value;
      const products = read
        .map(({ productId, name, lines, open }) => ({
          productId,
          name,
          proposals: proposeAttributes(lines, attributes, (one) => open.includes(one)),
        }))
        .filter(({ proposals }) => proposals.length > 0);
      const known = new Set(before.products.map(({ productId }) => productId));
      const fresh = products.filter(({ productId }) => !known.has(productId));
      const all = {
        products: [...before.products, ...fresh],
        read: before.read + read.length,
        next,
      };
      if (fresh.length === 0 && next !== null && page < MOST_PAGES)
        return readFrom(next, all, page + 1);
      ticked.value = new Set([...ticked.value, ...keysOf(fresh, isSure)]);
      return { ok: true, value: all };
    };
    const found = createResource(() => readFrom(null, { products: [], read: 0, next: null }));
    const products = computed(() => found.value.value?.products ?? []);
    const chosen = computed(() =>
      products.value
        .map(({ productId, proposals }) => ({
          productId,
          taken: proposals.filter((one) => ticked.value.has(keyOf(productId, one))),
        }))
        .filter(({ taken }) => taken.length > 0),
    );
    /** Reads on behind what is shown. */
    const more = async (): Promise<Result<unknown>> => {
      const before = found.value.value;
      if (!before || before.next === null) return { ok: true, value: null };
      const result = await readFrom(before.next, before);
      if (result.ok) found.put(result.value);
      return result;
    };
    return {
      found,
      chosen,
      more,
      isTicked: (productId: string, one: AttributeProposal) =>
        ticked.value.has(keyOf(productId, one)),
      toggle: (productId: string, one: AttributeProposal) => {
        const next = new Set(ticked.value);
        const key = keyOf(productId, one);
        if (!next.delete(key)) next.add(key);
        ticked.value = next;
      },
      tickSure: () => {
        ticked.value = new Set(keysOf(products.value, isSure));
      },
      tickNone: () => {
        ticked.value = new Set();
      },
      /** Writes what is ticked, as much as one call takes; what was taken is shown no more. */
      accept: async (): Promise<Result<{ count: number; left: number }>> => {
        const sent = chosen.value.slice(0, MOST_AT_ONCE);
        const body = {
          products: sent.map(({ productId, taken }) => ({
            productId,
            attributes: Object.fromEntries(
              taken.map(({ attributeId, values }) => [attributeId, [...values]]),
            ),
          })),
        };
        const result = await client.call(ACCEPT, { params, body });
        const before = found.value.value;
        if (!result.ok || !before)
          return result.ok ? { ok: true, value: { count: 0, left: 0 } } : result;
        const gone = new Set(keysOfSent(sent));
        const products = before.products
          .map((one) => ({
            ...one,
            proposals: one.proposals.filter((each) => !gone.has(keyOf(one.productId, each))),
          }))
          .filter(({ proposals }) => proposals.length > 0);
        found.put({ ...before, products });
        if (products.length === 0) await more();
        const count = result.value.written.length;
        return { ok: true, value: { count, left: sent.length - count } };
      },
    };
  },
);

/** Of 25 products each; what lies behind is read by a press. */
const MOST_PAGES = 8;

/** The contract's limit. */
const MOST_AT_ONCE = 100;

const keysOfSent = (sent: readonly { productId: string; taken: AttributeProposal[] }[]) =>
  sent.flatMap(({ productId, taken }) => taken.map((one) => keyOf(productId, one)));
