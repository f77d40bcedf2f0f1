import { describe, expect, it } from "vitest";
import { openHarness } from "./tiktok-shop-client";
import { createParty, MAKER, PERSON, registerParties, searchParties } from "./tiktok-shop-parties";

const phone = (country_code: string, local_number: string) => ({
  phone_number: { country_code, local_number },
});
const at = (more: object) => ({ address: { ...PERSON.address, ...more } });

describe("a manufacturer", () => {
  const refusals: [string, object, number][] = [
    ["no name", { name: "" }, 38023033],
    ["a long name", { name: "M".repeat(256) }, 38023044],
    ["a long trade name", { registered_trade_name: "M".repeat(201) }, 38023045],
    ["an e-mail that is none", { email: "safety" }, 38023042],
    ["no phone and no availability", { phone_number: undefined }, 38023046],
    ["a phone without a plus sign", phone("49", "15550142233"), 38023046],
    ["a short number", phone("+49", "123456"), 38023041],
    ["an unknown availability", { phone_number: { availability: "MAYBE" } }, 38023060],
    ["no address", { address: "" }, 38023034],
    ["a long address", { address: "A".repeat(501) }, 38023043],
    ["a language of another market", { locale: "pl-PL" }, 38023057],
  ];
  it.each(refusals)("with %s is refused", async (_name, change, code) => {
    const harness = await openHarness("DE");
    expect((await createParty(harness, "manufacturers", { ...MAKER, ...change })).code).toBe(code);
  });

  it("may have no phone when that is said", async () => {
    const harness = await openHarness("DE");
    const body = { ...MAKER, phone_number: { availability: "UNAVAILABLE" } };
    expect((await createParty(harness, "manufacturers", body)).code).toBe(0);
  });
});

describe("a responsible person", () => {
  const refusals: [string, object, number][] = [
    ["no name", { name: " " }, 38023022],
    ["a phone outside of the EU", phone("+44", "15550142"), 38023028],
    ["a long number", phone("+49", "123456789012"), 38023041],
    ["no street", at({ street_address_line1: "" }), 38023024],
    ["no postal code", at({ postal_code: undefined }), 38023024],
    ["a country outside of the EU", at({ country: "GB" }), 38023026],
  ];
  it.each(refusals)("with %s is refused", async (_name, change, code) => {
    const harness = await openHarness("DE");
    const answer = await createParty(harness, "responsible_persons", { ...PERSON, ...change });
    expect(answer.code).toBe(code);
  });
});

describe("the search for parties", () => {
  it("answers a profile a language, found by id or by keyword", async () => {
    const harness = await openHarness("DE");
    const { manufacturer_ids } = await registerParties(harness);
    await createParty(harness, "manufacturers", {
      ...MAKER,
      name: "Zinn AG",
      email: "a@zinn.example",
    });
    const found = await searchParties(harness, "manufacturers", { manufacturer_ids });
    expect(found.data["manufacturers"]).toEqual([
      {
        id: manufacturer_ids[0],
        regional_profiles: [{ ...MAKER, locale: "de-DE" }],
      },
    ]);
    const byKeyword = await searchParties(harness, "manufacturers", {
      keyword: "ZINN",
      locales: ["fr-FR", "it-IT"],
    });
    expect(byKeyword.data["manufacturers"]).toMatchObject([
      { regional_profiles: [{ name: "Zinn AG", locale: "fr-FR" }, { locale: "it-IT" }] },
    ]);
    const persons = await searchParties(harness, "responsible_persons");
    expect(persons.data).toMatchObject({ total_count: 1, next_page_token: "" });
  });

  it("is paged, and refuses a wrong page, token, language and too many ids", async () => {
    const harness = await openHarness("DE");
    for (const name of ["A", "B", "C"])
      await createParty(harness, "manufacturers", { ...MAKER, name });
    const first = await searchParties(harness, "manufacturers", {}, { page_size: "2" });
    const page_token = String(first.data["next_page_token"]);
    const second = await searchParties(
      harness,
      "manufacturers",
      {},
      { page_size: "2", page_token },
    );
    expect(second.data).toMatchObject({ manufacturers: [{}], next_page_token: "" });
    const wrong: [object, Record<string, string>, number][] = [
      [{}, { page_size: "101" }, 38023047],
      [{}, { page_token: "next" }, 38023048],
      [{ manufacturer_ids: ["1", "2", "3"] }, { page_size: "2" }, 38023049],
      [{ locales: ["pl-PL"] }, {}, 38023057],
    ];
    for (const [body, query, code] of wrong)
      expect((await searchParties(harness, "manufacturers", body, query)).code).toBe(code);
  });

  it("takes no shop", async () => {
    const harness = await openHarness("DE");
    const path = "/product/202501/compliance/manufacturers/search";
    const answer = await harness.call("POST", path, { query: { page_size: "10" } });
    expect(answer).toMatchObject({
      code: 36009004,
      message: expect.stringContaining("Unexpected"),
    });
  });
});
