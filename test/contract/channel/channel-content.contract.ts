import { describe, expect, it } from "vitest";
import type { ListingChange, ListingContent } from "../../../src/platforms/channel-content";
import type { ListingDraft } from "../../../src/platforms/channel-listing";
import { failureOf } from "../../support/failure-of";
import { HOUR_MS, live, type ChannelHarness } from "./channel-harness";

const UNKNOWN_ID = "1729000000000000001";

/** The content that must be there. */
async function contentOf({ session }: ChannelHarness, id: string): Promise<ListingContent> {
  const content = await session.readContent(id);
  if (!content) throw new Error(`listing ${id} cannot be read`);
  return content;
}

/** The SKUs of a draft with the ids the channel gave them. */
function withIds(
  draft: ListingDraft,
  sent: readonly { externalId: string; channelSkuId: string }[],
): ListingDraft["skus"] {
  const ids = new Map(sent.map(({ externalId, channelSkuId }) => [externalId, channelSkuId]));
  return draft.skus.map((sku) => {
    const channelSkuId = ids.get(sku.externalId);
    return channelSkuId ? Object.assign({}, sku, { channelSkuId }) : sku;
  });
}

const idsOf = ({ skus }: ListingContent) => skus.map(({ channelSkuId }) => channelSkuId).toSorted();

/** What reading a listing back and editing a part of it do on every channel. */
export function contentContract(open: () => Promise<ChannelHarness>): void {
  describe("a listing's content", () => {
    it("reads back as it was sent", async () => {
      const harness = await open();
      const { draft, id } = await live(harness);
      const content = await contentOf(harness, id);
      expect(content).toMatchObject({
        channelProductId: id,
        status: "live",
        isInReview: false,
        externalId: draft.externalId,
        title: draft.title,
        descriptionHtml: draft.descriptionHtml,
        categoryId: draft.categoryId,
        images: draft.imageUris.map((uri) => ({ uri })),
        attributes: draft.attributes.map(({ id: attributeId }) => ({ id: attributeId })),
        manufacturerIds: draft.manufacturerIds ?? [],
        responsiblePersonIds: draft.responsiblePersonIds ?? [],
      });
      // A channel rounds up to its market's units.
      const { weightGrams = 0, lengthMm = 0 } = content.package;
      expect(weightGrams).toBeGreaterThanOrEqual(draft.package.weightGrams);
      expect(weightGrams).toBeLessThan(draft.package.weightGrams + 10);
      expect(lengthMm).toBeGreaterThanOrEqual(draft.package.lengthMm);
      expect(content.skus).toHaveLength(draft.skus.length);
      for (const sku of draft.skus)
        expect(content.skus.find(({ externalId }) => externalId === sku.externalId)).toMatchObject({
          sellerSku: sku.sellerSku,
          price: { minor: sku.priceMinor, currency: draft.currency },
          stock: [{ warehouseId: draft.warehouseId, quantity: sku.quantity }],
          options: sku.options.map(({ name, value }) => ({ name, value })),
          isOnSale: true,
        });
    });

    it("nobody knows is absent", async () => {
      const { session } = await open();
      expect(await session.readContent(UNKNOWN_ID)).toBeUndefined();
    });

    it("of an edit in review is read beside what buyers still see", async () => {
      const harness = await open();
      const { draft, id } = await live(harness);
      const title = `${draft.title} in blue`;
      await harness.session.editListing(id, { title }, "key-1");
      expect(await contentOf(harness, id)).toMatchObject({ title: draft.title, isInReview: true });
      expect((await harness.session.readContent(id, "pending"))?.title).toBe(title);
      await harness.advance(HOUR_MS);
      expect(await contentOf(harness, id)).toMatchObject({ title, isInReview: false });
      expect((await harness.session.readContent(id, "pending"))?.title).toBe(title);
    });
  });

  describe("an edit of a part", () => {
    it("changes the named field and leaves every other as it is", async () => {
      const harness = await open();
      const { draft, id } = await live(harness);
      const { uri } = await harness.session.uploadImage(harness.picture, "second.jpg", "main");
      const before = await contentOf(harness, id);
      const changes: ListingChange[] = [
        { title: `${draft.title} of stoneware` },
        { descriptionHtml: "<p>Not for the microwave.</p>" },
        { imageUris: [uri, ...draft.imageUris] },
      ];
      for (const change of changes) {
        await harness.session.editListing(id, change, JSON.stringify(change));
        await harness.advance(HOUR_MS);
      }
      const { images, ...after } = await contentOf(harness, id);
      expect(images.map((image) => image.uri)).toEqual([uri, ...draft.imageUris]);
      expect(after).toEqual({
        ...withoutImages(before),
        title: `${draft.title} of stoneware`,
        descriptionHtml: "<p>Not for the microwave.</p>",
      });
    });

    it("sent twice is the same as sent once", async () => {
      const harness = await open();
      const { id } = await live(harness);
      const change = { descriptionHtml: "<p>Fired twice.</p>" };
      harness.loseNextAnswer();
      await harness.session.editListing(id, change, "key-2");
      await harness.advance(HOUR_MS);
      expect(await contentOf(harness, id)).toMatchObject(change);
    });

    it("that the channel takes in a full edit only is refused before anything is sent", async () => {
      const harness = await open();
      const { draft, id } = await live(harness);
      const whole: ListingChange = {
        categoryId: draft.categoryId,
        title: "Another title of a mug",
      };
      const refused = harness.partialFields.includes("categoryId") ? [] : ["categoryId"];
      for (const change of [whole, { imageUris: [] }]) {
        const fields = change === whole ? refused : ["imageUris"];
        const error = await failureOf(harness.session.editListing(id, change, "key-3"));
        expect(error.code).toMatch(/\.full_edit_needed$/);
        expect(error.facts["fields"]).toEqual(fields);
      }
      expect(await contentOf(harness, id)).toMatchObject({ title: draft.title, isInReview: false });
    });

    it("of a listing nobody knows says that it is missing", async () => {
      const { session } = await open();
      const error = await failureOf(session.editListing(UNKNOWN_ID, { title: "A mug" }, "key-4"));
      expect(error.code).toMatch(/\.listing_missing$/);
    });
  });

  describe("a SKU that somebody else added", () => {
    const withForeign = async () => {
      const harness = await open();
      const opened = await live(harness);
      const foreignId = await harness.addVariant(opened.id, "BY-HAND");
      return { ...opened, harness, foreignId };
    };

    it("survives a full edit with its stock and price, and is not counted as ours", async () => {
      const { harness, draft, id, skus, foreignId } = await withForeign();
      const before = (await contentOf(harness, id)).skus.find(
        ({ channelSkuId }) => channelSkuId === foreignId,
      );
      const edited = { ...draft, title: `${draft.title} again`, skus: withIds(draft, skus) };
      const sent = await harness.session.updateListing(id, edited);
      expect(sent.skus.map(({ channelSkuId }) => channelSkuId)).not.toContain(foreignId);
      await harness.advance(HOUR_MS);
      const after = await contentOf(harness, id);
      expect(after.title).toBe(edited.title);
      expect(after.skus.find(({ channelSkuId }) => channelSkuId === foreignId)).toEqual(before);
    });

    it("survives the removal of one of ours, and an edit of the SKUs alone", async () => {
      const { harness, draft, id, skus, foreignId } = await withForeign();
      const [first, second] = withIds(draft, skus);
      if (!first?.channelSkuId || !second?.channelSkuId) throw new Error("a draft has two SKUs");
      const { currency, warehouseId } = draft;
      const retiredSkuIds = [second.channelSkuId];
      await harness.session.updateListing(id, { ...draft, skus: [first], retiredSkuIds });
      await harness.advance(HOUR_MS);
      expect(idsOf(await contentOf(harness, id))).toEqual(
        [first.channelSkuId, foreignId].toSorted(),
      );
      const { channelSkuId: _gone, ...model } = second;
      const added = {
        ...model,
        externalId: "6:Green",
        sellerSku: "CONTRACT-Green",
        options: [{ name: "Colour", value: "Green" }],
      };
      const change = { skus: { skus: [first, added], currency, warehouseId } };
      const answer = await harness.session.editListing(id, change, "key-5");
      expect(answer.skus.map(({ externalId }) => externalId).toSorted()).toEqual(
        [first.externalId, "6:Green"].toSorted(),
      );
      await harness.advance(HOUR_MS);
      expect(idsOf(await contentOf(harness, id))).toContain(foreignId);
      expect((await contentOf(harness, id)).skus).toHaveLength(3);
    });
  });

  it("adds a SKU once, although the answer to the first edit was lost", async () => {
    const harness = await open();
    const { draft, id, skus } = await live(harness);
    const [model] = draft.skus;
    if (!model) throw new Error("a draft has SKUs");
    const added = {
      ...model,
      externalId: "6:Green",
      sellerSku: "CONTRACT-Green",
      options: [{ name: "Colour", value: "Green" }],
      quantity: 9,
    };
    const edited = { ...draft, skus: [...withIds(draft, skus), added] };
    harness.loseNextAnswer("PUT");
    const error = await failureOf(harness.session.updateListing(id, edited));
    expect(error.facts.maybeApplied).toBe(true);
    const sent = await harness.session.updateListing(id, edited);
    expect(sent.skus).toHaveLength(3);
    await harness.advance(HOUR_MS);
    expect((await contentOf(harness, id)).skus).toHaveLength(3);
  });
}

function withoutImages({ images: _images, ...rest }: ListingContent) {
  return rest;
}
