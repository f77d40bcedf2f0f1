import { describe, expect, it } from "vitest";
import type { Reason } from "../../../src/contract/common";
import type { DetailsPatch } from "../../../src/contract/catalogue";
import type { AttributeDemand, Demands } from "../../../src/contract/demands";
import { startPull } from "../../../src/tasks/start-pull";
import {
  catalogueHarness,
  channelProducts,
  type CatalogueHarness,
} from "../../support/catalogue-harness";
import { rowsOf } from "../../support/merchant";
import { png } from "../../support/png";
import { startPush } from "../../support/start-tasks";

const MUG = "7";
const DAY_MS = 86_400_000;
const EURO = {
  id: "2",
  values: { iso_code: "EUR", conversion_rate: "1.170000", active: "1", precision: "2" },
};
const PDF = btoa("%PDF-1.7 declaration");

/** A category of each kind of demand, each in another market of the EU. */
const WALKS = [
  ["DE", "Bluetooth Speakers", ["attribute", "certificate", "manufacturer", "responsible_person"]],
  ["FR", "Teddy Bears", ["attribute", "certificate", "manufacturer", "responsible_person"]],
  ["ES", "Trainers", ["attribute", "size_chart", "manufacturer", "responsible_person"]],
  ["IT", "Kettles", ["certificate", "manufacturer", "responsible_person"]],
  ["IE", "Serums", ["attribute", "manufacturer", "responsible_person"]],
] as const;

async function leafNamed({ connectionId }: CatalogueHarness, name: string) {
  const [row] = await rowsOf<{ id: string; path: string }>(
    `SELECT category_id AS id, path FROM channel_category
     WHERE connection_id = ? AND is_leaf = 1 AND name = ?`,
    connectionId,
    name,
  );
  if (!row) throw new Error(`no category ${name}`);
  return row;
}

/** An answer that requires more in turn where there is one; numbers where a number is asked. */
function anyValue({ id, values, format }: AttributeDemand, demands: Demands) {
  const conditions = [...demands.attributes, ...demands.certifications]
    .flatMap(({ requiredWhen = [] }) => requiredWhen)
    .filter(({ attributeId }) => attributeId === id);
  const leading = values.find((one) => conditions.some(({ valueId }) => valueId === one.id));
  const chosen = leading ?? values.at(-1);
  if (chosen) return { id: chosen.id, name: chosen.name };
  return { name: format ? "12,5" : "Words of the seller" };
}

/** What fills all that a reason names, by routes of the API alone. */
async function fill(
  { merchant, connectionId }: CatalogueHarness,
  categoryId: string,
  { code, facts }: Reason,
): Promise<DetailsPatch> {
  const params = { id: connectionId };
  const ids = Array.isArray(facts["ids"]) ? facts["ids"] : [];
  const demands = await merchant.call(
    "GET /api/connections/:id/channel-categories/:categoryId/demands",
    { params: { ...params, categoryId } },
  );
  if (code === "listing.attribute_missing") {
    const asked = demands.attributes.filter(({ id }) => ids.includes(id));
    return {
      attributes: Object.fromEntries(asked.map((one) => [one.id, [anyValue(one, demands)]])),
    };
  }
  if (code === "listing.certificate_missing") {
    const picture = await merchant.call("POST /api/connections/:id/certificate-files", {
      params,
      body: { fileName: "photo of it.png", base64: png(300, 300) },
    });
    const document = await merchant.call("POST /api/connections/:id/certificate-files", {
      params,
      body: { fileName: "declaration (1).pdf", base64: PDF },
    });
    const files = [picture, document];
    return { certificates: Object.fromEntries(ids.map((id) => [id, { files }])) };
  }
  if (code === "listing.certificate_expired") {
    const expiresAt = Date.now() - (Date.now() % DAY_MS) + 30 * DAY_MS;
    const files = demands.details.certificates?.[ids[0] ?? ""]?.files ?? [];
    return { certificates: Object.fromEntries(ids.map((id) => [id, { files, expiresAt }])) };
  }
  if (code === "listing.size_chart_missing") {
    const body = { fileName: "sizes.png", base64: png(1024, 1024) };
    const sizeChart = await merchant.call("POST /api/connections/:id/size-charts", {
      params,
      body,
    });
    return { sizeChart };
  }
  throw new Error(`nothing fills ${code}`);
}

/** Parties are named once, for all products. */
async function nameParties({ merchant, connectionId }: CatalogueHarness): Promise<void> {
  const params = { id: connectionId };
  const maker = {
    name: "Tassen GmbH",
    email: "safety@tassen.example",
    address: "Hafenweg 7, 20457 Hamburg",
  };
  const first = await merchant.call("POST /api/connections/:id/manufacturers", {
    params,
    body: maker,
  });
  // The same one again is no second one.
  const again = await merchant.call("POST /api/connections/:id/manufacturers", {
    params,
    body: { ...maker, name: "TASSEN GmbH" },
  });
  expect(again.id).toBe(first.id);
  const anna = {
    name: "Anna Berg",
    email: "anna@tassen.example",
    phone: { countryCode: "+49", localNumber: "15550142" },
    address: { street: "Hafenweg 7, Hamburg", postcode: "20457", country: "DE" as const },
  };
  const register = (body: typeof anna) =>
    merchant.call("POST /api/connections/:id/responsible-persons", { params, body });
  const person = await register(anna);
  // A corrected phone is that of the one there is.
  const phone = { countryCode: "+49", localNumber: "15550143" };
  expect(await register({ ...anna, phone })).toEqual({ ...person, phone: "+49 15550143" });
  const listed = await merchant.call("GET /api/connections/:id/parties", { params });
  expect(listed.manufacturers.map(({ id }) => id)).toEqual([first.id]);
  expect(listed.responsiblePersons).toEqual([{ ...person, phone: "+49 15550143" }]);
  const { settingsVersion } = await merchant.call("GET /api/connections/:id", { params });
  const defaultParties = { manufacturerIds: [first.id], responsiblePersonIds: [person.id] };
  await merchant.call("PATCH /api/connections/:id/settings", {
    params,
    body: { seenVersion: settingsVersion, settings: { defaultParties } },
  });
}

const inCategory = ({ connectionId }: CatalogueHarness, categoryId: string) => ({
  params: { id: connectionId, categoryId },
});

describe("a category's demands", () => {
  it.each(WALKS)("are filled once for all its products in %s (%s)", async (market, name, kinds) => {
    const sellers = [{ name: "Nordwind Handel", label: "EU Seller", regions: [market] }];
    const harness = await catalogueHarness({}, { tiktok: { sellers } }, { market });
    const { merchant, connectionId, services, world } = harness;
    world.prestashop8.restore("currencies", [EURO]);
    world.prestashop8.setSetting("PS_CURRENCY_DEFAULT", EURO.id);
    harness.clock.aheadMs += 60_000;
    await startPull(services, connectionId, {}, "ada");
    await harness.drain();
    const params = { id: connectionId };
    await merchant.call("GET /api/connections/:id/channel-categories", { params, query: {} });
    const { id: categoryId, path } = await leafNamed(harness, name);
    const ofProduct = { params: { ...params, productId: MUG } };
    await merchant.call("PUT /api/connections/:id/products/:productId/category", {
      ...ofProduct,
      body: { categoryId },
    });
    const read = async () =>
      (await merchant.call("GET /api/connections/:id/products/:productId/requirements", ofProduct))
        .missing;
    const met = new Set<string>();
    for (let missing = await read(); missing.length > 0; missing = await read()) {
      const [reason] = missing;
      if (!reason || met.size > 9) throw new Error(`endless: ${JSON.stringify(missing)}`);
      met.add(`${reason.code}:${JSON.stringify(reason.facts)}`);
      const isParty = /manufacturer|responsible/.test(reason.code);
      if (isParty) {
        for (const { code } of missing) met.add(code);
        await nameParties(harness);
        continue;
      }
      const demands = await merchant.call(
        "PATCH /api/connections/:id/channel-categories/:categoryId/details",
        { ...inCategory(harness, categoryId), body: await fill(harness, categoryId, reason) },
      );
      expect(demands).toMatchObject({ categoryId, categoryPath: path, productCount: 1 });
    }
    for (const kind of kinds)
      expect([...met].some((code) => code.startsWith(`listing.${kind}`))).toBe(true);
    const { taskId } = await startPush(services, connectionId, { ids: [MUG] }, "ada");
    await harness.drain();
    expect(await harness.items(taskId)).toMatchObject([{ key: MUG, state: "done", codes: [] }]);
    const [sent] = channelProducts(harness) as unknown as Record<string, unknown>[];
    expect(channelProducts(harness)).toHaveLength(1);
    expect(JSON.stringify(sent)).toContain("manufacturer_ids");
  });
});
