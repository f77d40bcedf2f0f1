import type { ChannelOrder } from "../../../src/domain/orders/channel-order";
import type { ListingAttribute } from "../../../src/domain/listings/listing-rules";
import type {
  ChannelCategory,
  ChannelPlatform,
  ChannelSession,
} from "../../../src/platforms/channel";
import type { ListingDraft } from "../../../src/platforms/channel-listing";

/** A fresh channel shop with nothing in it, and what its seller, its buyers and time do to it. */
export interface ChannelHarness {
  session: ChannelSession;
  /** What the platform of the session edits in parts. */
  partialFields: ChannelPlatform["partialFields"];
  currency: string;
  /** A real picture the channel takes as a main image. */
  picture: Uint8Array;
  /** What a product is called whose category asks for a certificate and no size chart. */
  certifiedTitle: string;
  /** Parties the market's law asks for on every listing; absent where it asks for none. */
  parties?: Pick<ListingDraft, "manufacturerIds" | "responsiblePersonIds">;
  /** Moves the channel's time; audits and remorse periods end by it. */
  advance(ms: number): Promise<void>;
  /** A buyer buys units of one live SKU, shipped by the seller by default; answers the order id. */
  placeOrder(
    sellerSku: string,
    quantity: number,
    stage: "unpaid" | "paid",
    shippingBy?: "seller" | "channel",
  ): Promise<string>;
  /** The seller adds a variant to a listing in the channel's own pages; answers its SKU id. */
  addVariant(channelProductId: string, sellerSku: string): Promise<string>;
  /** The next request, or the next of a method, is carried out but its answer never arrives. */
  loseNextAnswer(method?: string): void;
}

export const HOUR_MS = 3_600_000;
const MAX_LEAVES_TRIED = 60;

/** A leaf everybody may sell in and that asks for no papers. */
export async function firstOpenLeaf({
  session,
  parties,
}: Pick<ChannelHarness, "session" | "parties">): Promise<ChannelCategory> {
  const rows = await session.listCategories();
  const open = rows.filter((row) => row.isLeaf && row.permission === "available");
  for (const leaf of open.slice(0, MAX_LEAVES_TRIED)) {
    const rules = await session.readRules(leaf.id);
    const asksForPapers =
      rules.certifications.some(({ isRequired }) => isRequired) ||
      rules.sizeChart === "required" ||
      (!parties && (rules.needsManufacturer || rules.needsResponsiblePerson));
    if (!asksForPapers) return leaf;
  }
  throw new Error("no category without papers among the first ones");
}

/** A two-variant listing with everything its category, else an open one, asks for. */
export async function draftFor(
  harness: Pick<ChannelHarness, "session" | "currency" | "picture" | "parties">,
  chosen?: ChannelCategory,
): Promise<ListingDraft> {
  const { session, currency, picture } = harness;
  const leaf = chosen ?? (await firstOpenLeaf(harness));
  const attributes = await session.listAttributes(leaf.id);
  const { uri } = await session.uploadImage(picture, "main.jpg", "main");
  const warehouses = await session.listWarehouses();
  const sales = warehouses.find((row) => row.kind === "sales" && row.isDefault);
  const sku = (name: string, quantity: number) => ({
    externalId: `6:${name}`,
    sellerSku: `CONTRACT-${name}`,
    options: [{ name: "Colour", value: name }],
    priceMinor: 1990,
    quantity,
  });
  return {
    title: "Enamel mug with a wooden handle, 350 ml",
    descriptionHtml: "<p>Dishwasher safe. Holds 350 ml.</p>",
    categoryId: leaf.id,
    imageUris: [uri],
    attributes: attributes.filter((row) => row.kind === "product" && row.isRequired).map(filled),
    package: { weightGrams: 420, lengthMm: 120, widthMm: 100, heightMm: 110 },
    currency,
    skus: [sku("Blue", 5), sku("Red", 7)],
    warehouseId: sales?.id ?? "",
    externalId: "contract-6",
    idempotencyKey: "contract-6-1",
    ...harness.parties,
  };
}

function filled(attribute: ListingAttribute): ListingDraft["attributes"][number] {
  const [value] = attribute.values;
  return { id: attribute.id, values: [value ? { id: value.id } : { name: "1" }] };
}

/** A listing on sale. */
export async function live(harness: ChannelHarness, more: Partial<ListingDraft> = {}) {
  const draft = { ...(await draftFor(harness)), ...more };
  const sent = await harness.session.createListing(draft);
  await harness.advance(HOUR_MS);
  return { draft, id: sent.channelProductId, skus: sent.skus };
}

/** One order that must be there. */
export async function only(session: ChannelSession, id: string): Promise<ChannelOrder> {
  const [order] = await session.readOrders([id]);
  if (!order) throw new Error(`order ${id} cannot be read`);
  return order;
}

/** The listing that belongs to a draft, searched as after a lost create. */
export async function findOurs(session: ChannelSession, draft: ListingDraft) {
  const { ours } = await session.findListing(
    (id) => id === draft.externalId,
    draft.skus.map(({ sellerSku }) => sellerSku),
  );
  return ours;
}
