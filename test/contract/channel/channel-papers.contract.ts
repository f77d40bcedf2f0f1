import { describe, expect, it } from "vitest";
import type { ListingCertification } from "../../../src/domain/listings/listing-rules";
import type { ChannelCategory } from "../../../src/platforms/channel";
import { failureOf } from "../../support/failure-of";
import { draftFor, HOUR_MS, type ChannelHarness } from "./channel-harness";

const PDF = new TextEncoder().encode("%PDF-1.7\n% a declaration of conformity\n");

/** A leaf that asks for a certificate, and the kind it asks for. */
async function leafWithPapers({
  session,
  certifiedTitle,
}: ChannelHarness): Promise<{ leaf: ChannelCategory; kind: ListingCertification }> {
  const found = await session.suggestCategory(certifiedTitle, "");
  const leaf = (await session.listCategories()).find(({ id }) => id === found?.categoryId);
  const rules = leaf && (await session.readRules(leaf.id));
  const kind = rules?.certifications.find(({ isRequired }) => isRequired);
  if (!leaf || !kind) throw new Error(`"${certifiedTitle}" asks for no certificate`);
  return { leaf, kind };
}

/** What certificates and parties do on every channel. */
export function papersContract(open: () => Promise<ChannelHarness>): void {
  describe("certificates", () => {
    it("are uploaded as picture or PDF, belong to a listing, and outlive an edit", async () => {
      const harness = await open();
      const { session } = harness;
      const { leaf, kind } = await leafWithPapers(harness);
      const bare = await draftFor(harness, leaf);
      const error = await failureOf(session.createListing(bare));
      expect(error.code).toMatch(/\.certificate_missing$/);
      const files = [
        await session.uploadCertificate(harness.picture, "Page 1.jpg"),
        await session.uploadCertificate(PDF, "Declaration (v1.2) of conformity.pdf"),
      ];
      expect(files.map((file) => file.kind)).toEqual(["image", "pdf"]);
      const certificate = { id: kind.id, files, expiresAt: 1_900_000_000_000 };
      const draft = { ...bare, certificates: [certificate] };
      expect(await session.checkListing(draft)).toEqual([]);
      const { channelProductId: id, skus } = await session.createListing(draft);
      await harness.advance(HOUR_MS);
      expect((await session.readContent(id))?.certificates).toEqual([
        { ...certificate, title: kind.name },
      ]);
      const ids = new Map(skus.map((sku) => [sku.externalId, sku.channelSkuId]));
      const known = bare.skus.map((sku) =>
        Object.assign({}, sku, { channelSkuId: ids.get(sku.externalId) ?? "" }),
      );
      await session.updateListing(id, { ...bare, title: `${bare.title} again`, skus: known });
      await harness.advance(HOUR_MS);
      expect(await session.readContent(id)).toMatchObject({
        title: `${bare.title} again`,
        certificates: [certificate],
      });
    });

    it("are recognised by their bytes, not by their name", async () => {
      const { session } = await open();
      for (const text of ["", "hello", "<svg/>", "GIF89a"])
        expect(
          await failureOf(session.uploadCertificate(new TextEncoder().encode(text), "paper.pdf")),
        ).toMatchObject({ remedy: "merchant", code: expect.stringMatching(/\.certificate$/) });
    });
  });

  describe("parties of product safety", () => {
    const phone = { countryCode: "+49", localNumber: "15550142233" };
    const maker = {
      name: "Zinngiesserei Aue",
      tradeName: "Aue",
      email: "safety@aue.example",
      phone,
      address: "Bergweg 1, 08280 Aue",
    };
    const person = {
      name: "Petra Pruefer",
      email: "petra@aue.example",
      phone,
      address: { street: "Bergweg 1, Aue", postcode: "08280", country: "DE" },
    };

    it("are created once, and found by id and by keyword", async () => {
      const harness = await open();
      if (!harness.parties) return;
      const { session } = harness;
      const made = await session.createManufacturer(maker);
      const named = await session.createResponsiblePerson(person);
      const makers = await session.listManufacturers({ ids: [made.id] });
      expect(makers.parties).toMatchObject([{ ...maker, ...made }]);
      expect(makers.next).toBeUndefined();
      const persons = await session.listResponsiblePersons({ keyword: "pruefer" });
      expect(persons.parties).toMatchObject([{ ...person, ...named }]);
      const all = await session.listManufacturers();
      expect(all.parties.length).toBeGreaterThan(makers.parties.length);
    });

    it("are corrected in every language, for all listings that name them", async () => {
      const harness = await open();
      if (!harness.parties) return;
      const { session } = harness;
      const { tradeName: _none, ...plain } = maker;
      const made = await session.createManufacturer(plain);
      const named = await session.createResponsiblePerson(person);
      const corrected = { countryCode: "+33", localNumber: "155501422" };
      await session.correctManufacturer(made.id, { phone: corrected, tradeName: "Aue & Co" });
      await session.correctResponsiblePerson(named.id, { phone: corrected });
      const makers = await session.listManufacturers({ ids: [made.id] });
      expect(makers.parties).toMatchObject([
        { ...maker, id: made.id, phone: corrected, tradeName: "Aue & Co" },
      ]);
      const persons = await session.listResponsiblePersons({ ids: [named.id] });
      expect(persons.parties).toMatchObject([{ ...person, ...named, phone: corrected }]);
      await session.correctManufacturer(made.id, {});
      const [silent] = (await session.listManufacturers({ ids: [made.id] })).parties;
      expect(silent).not.toHaveProperty("phone");
      expect(silent).toMatchObject({ tradeName: "Aue & Co" });
      const wrong = { countryCode: "+1", localNumber: "155501422" };
      const call = session.correctResponsiblePerson(named.id, { phone: wrong });
      expect((await failureOf(call)).remedy).toBe("merchant");
    });

    it("may have no phone; wrong details are the merchant's to correct", async () => {
      const harness = await open();
      if (!harness.parties) return;
      const { session } = harness;
      const { phone: _none, ...silent } = maker;
      const { id } = await session.createManufacturer(silent);
      const [read] = (await session.listManufacturers({ ids: [id] })).parties;
      expect(read).not.toHaveProperty("phone");
      for (const call of [
        () => session.createManufacturer({ ...maker, address: "" }),
        () => session.createManufacturer({ ...maker, email: "none" }),
        () =>
          session.createResponsiblePerson({
            ...person,
            address: { ...person.address, country: "GB" },
          }),
      ])
        expect((await failureOf(call())).remedy).toBe("merchant");
    });

    it("may have been created although the answer was lost", async () => {
      const harness = await open();
      if (!harness.parties) return;
      const { session } = harness;
      harness.loseNextAnswer();
      const error = await failureOf(session.createManufacturer(maker));
      expect(error).toMatchObject({ remedy: "retry", facts: { maybeApplied: true } });
      const { parties } = await session.listManufacturers({ keyword: maker.name });
      expect(parties).toHaveLength(1);
    });
  });
}
