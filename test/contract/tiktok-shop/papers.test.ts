import { describe, expect, it } from "vitest";
import { wireTo } from "./wire";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const BIG = 21 * 1024 * 1024;

const padded = (head: string, length: number) => {
  const all = new Uint8Array(length);
  all.set(bytes(head));
  return all;
};

describe("uploading a certificate", () => {
  it("sends a PDF under a name the platform takes, without a shop", async () => {
    const wire = wireTo([
      { data: { id: "f1", url: "https://f.example", name: "x", format: "PDF" } },
    ]);
    const upload = (name: string) => wire.session.uploadCertificate(bytes("%PDF-1.7"), name);
    expect(await upload("Prüfbericht 4.2 (final).PDF")).toEqual({
      kind: "pdf",
      id: "f1",
      name: "Prüfbericht-4-2-final-.pdf",
    });
    expect(await upload("...")).toMatchObject({ name: "certificate.pdf" });
    expect(await upload("_plan.pdf")).toMatchObject({ name: "plan.pdf" });
    const [sent] = wire.sent;
    expect(sent).toMatchObject({ method: "POST", path: "/product/202309/files/upload" });
    expect(sent?.query).not.toHaveProperty("shop_cipher");
    expect(sent?.text).toContain('name="name"');
  });

  it.each([
    ["JPEG", "\xFF\xD8\xFF\xE0"],
    ["PNG", "\x89PNG\r\n\x1A\n"],
    ["WEBP", "RIFF\0\0\0\0WEBP"],
    ["BMP", "BM\0\0"],
    ["HEIC", "\0\0\0\x18ftypheic"],
  ])("sends a %s as the picture of a certificate", async (_format, head) => {
    const wire = wireTo([{ data: { uri: "tos/paper" } }]);
    expect(await wire.session.uploadCertificate(bytes(head), "paper.pdf")).toEqual({
      kind: "image",
      uri: "tos/paper",
    });
    expect(wire.sent[0]?.path).toBe("/product/202309/images/upload");
    expect(wire.sent[0]?.text).toContain("CERTIFICATION_IMAGE");
  });

  it.each([
    ["a GIF", bytes("GIF89a")],
    ["an AVIF", bytes("\0\0\0\x18ftypavif")],
    ["nothing", bytes("")],
    ["a PDF over 20 MB", padded("%PDF-1.7", BIG)],
    ["a picture over 10 MB", padded("\xFF\xD8\xFF", BIG / 2)],
  ])("refuses %s before anything is sent", async (_name, content) => {
    const wire = wireTo([{ data: {} }]);
    await expect(wire.session.uploadCertificate(content, "paper.pdf")).rejects.toMatchObject({
      remedy: "merchant",
      code: "tiktok.certificate",
    });
    expect(wire.sent).toHaveLength(0);
  });
});

describe("parties", () => {
  it("are listed a hundred at a time, in the first language, without a shop", async () => {
    const manufacturers = [
      {
        id: "m1",
        regional_profiles: [
          {
            locale: "de-DE",
            name: "Tassen GmbH",
            registered_trade_name: "",
            email: "a@b.example",
            phone_number: { availability: "UNAVAILABLE" },
            address: "Hafenweg 7",
          },
          { locale: "fr-FR", name: "Tasses" },
        ],
      },
      { id: "m2", regional_profiles: null },
    ];
    const wire = wireTo([{ data: { manufacturers, next_page_token: "p2" } }]);
    expect(await wire.session.listManufacturers()).toEqual({
      parties: [
        {
          id: "m1",
          name: "Tassen GmbH",
          email: "a@b.example",
          address: "Hafenweg 7",
          locale: "de-DE",
        },
      ],
      next: "p2",
    });
    expect(wire.sent[0]?.query).toMatchObject({ page_size: "100" });
    expect(wire.sent[0]?.query).not.toHaveProperty("shop_cipher");
    expect(wire.sent[0]?.text).toBe("");
  });

  it("of old show their whole street", async () => {
    const address = {
      street_address_line1: "Hafenweg 7",
      city: "Hamburg",
      postal_code: "20457",
      country: "DE",
    };
    const regional_profiles = [{ name: "Anna", email: "a@b.example", phone_number: null, address }];
    const wire = wireTo([{ data: { responsible_persons: [{ id: "p1", regional_profiles }] } }]);
    const asked = { ids: ["p1"], cursor: "p2" };
    expect((await wire.session.listResponsiblePersons(asked)).parties).toMatchObject([
      { address: { street: "Hafenweg 7, Hamburg", postcode: "20457", country: "DE" } },
    ]);
    expect(wire.sent[0]).toMatchObject({
      path: "/product/202501/compliance/responsible_persons/search",
      query: { page_token: "p2" },
      body: { responsible_person_ids: ["p1"] },
    });
  });

  it.each([
    [38023032, "merchant", "tiktok.manufacturer"],
    [38023027, "merchant", "tiktok.responsible_person"],
    [38023041, "merchant", "tiktok.party_details"],
    [38023050, "merchant", "tiktok.region_unsupported"],
    [38023048, "defect", "tiktok.invalid_parameter"],
  ])("refused with %i are the task of %s", async (code, remedy, ours) => {
    const draft = { name: "A", email: "a@b.example", address: "B" };
    await expect(wireTo([{ code }]).session.createManufacturer(draft)).rejects.toMatchObject({
      remedy,
      code: ours,
    });
  });

  it("are not created twice by a repeat", async () => {
    const wire = wireTo([{ code: 38023025 }]);
    const draft = { name: "A", email: "a@b.example", address: "B" };
    await expect(wire.session.createManufacturer(draft)).rejects.toMatchObject({
      remedy: "retry",
      facts: { maybeApplied: true },
    });
    expect(wire.sent).toHaveLength(1);
  });
});

describe("correcting a party", () => {
  it("ends with the language it is read back in, so that one that broke off is tried again", async () => {
    const wire = wireTo([{ data: {} }]);
    const phone = { countryCode: "+49", localNumber: "1555014" };
    await wire.session.correctManufacturer("m1", { phone, locale: "es-ES" });
    const locales = wire.sent.map(({ text }) => /[a-z]{2}-[A-Z]{2}/.exec(text)?.[0]);
    expect(locales).toEqual(["de-DE", "en-IE", "fr-FR", "it-IT", "es-ES"]);
    await wire.session.correctResponsiblePerson("p1", { phone, locale: "de-DE" });
    expect(wire.sent.at(-1)?.text).toContain("de-DE");
  });
});
