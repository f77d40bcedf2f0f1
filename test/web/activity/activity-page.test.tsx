import { describe, expect, it } from "vitest";
import type { Answer } from "../../../web/api/client";
import Activity from "../../../web/activity/activity-page";
import { aConnection } from "../support/connection";
import { inConnection } from "../support/in-connection";
import { draw, fakeServer, text, until } from "../support/render";

type Row = Answer<"GET /api/connections/:id/activity">["rows"][number];

async function drawActivity(kind: string, facts: Row["facts"], actor = "Ada") {
  const row: Row = { id: "a", kind, facts, actor, at: 0 };
  const server = fakeServer({
    "GET /api/connections/:id": aConnection(),
    "GET /api/connections/:id/activity": { rows: [row], next: null },
  });
  draw(inConnection(<Activity />, server), server, "/connections/c/activity");
  await until(() => document.querySelector(".timeline-entry") !== null);
  const entry = document.querySelector(".timeline-entry");
  entry?.querySelector("time")?.remove();
  const links = [...(entry?.querySelectorAll("a") ?? [])].map((one) => one.getAttribute("href"));
  return { shown: (entry?.textContent ?? "").trim(), links };
}

describe("an entry of the activity", () => {
  it("says of settings what they were and what they are, never their field names", async () => {
    const { shown } = await drawActivity("connection.settings_changed", {
      fields: "holdBack, orderMoney, packageDefaults, carrierMap",
      before: { holdBack: "0", orderMoney: '"paid"', packageDefaults: "null" },
      after: {
        holdBack: "5",
        orderMoney: '"owed"',
        packageDefaults: '{"lengthMm":300,"widthMm":200,"heightMm":50,"weightGrams":400}',
      },
    });
    expect(shown).toContain("Hold back units: 0 → 5");
    expect(shown).toMatch(/Default package: Nothing → 30 × 20 × 5 cm, 400 g/);
    expect(shown).toContain("Carrier map");
    expect(shown).not.toMatch(/holdBack|orderMoney|packageDefaults|carrierMap|[{}"]/);
  });

  it("of an older version names the settings alone", async () => {
    const { shown } = await drawActivity("connection.settings_changed", { fields: "holdBack" });
    expect(shown).toContain("Hold back units");
    expect(shown).not.toContain("→");
  });

  it.each([
    ["push.started", { task: "t1", count: 1200 }, "Products: 1,200", "/connections/c/tasks/t1"],
    ["order.retried", { order: "576" }, "Order 576", "/connections/c/orders/576"],
    [
      "product.details_saved",
      { product: "7", name: "Mug" },
      "Name: Mug",
      "/connections/c/products/7",
    ],
  ])("of %s leads to what it is about", async (kind, facts, shownText, href) => {
    const { shown, links } = await drawActivity(kind, facts);
    expect(shown).toContain(shownText);
    expect(links).toEqual([href]);
  });

  it("names a check by its title, not by its code", async () => {
    await drawActivity("connection.repaired", { check: "orders.country" });
    await until(() => /ountry/.test(text()));
    expect(text()).not.toContain("orders.country");
  });

  it("keeps names and categories as they are written, before and after", async () => {
    const names = { from: "my_shop", to: "Oak & Ash" };
    const { shown } = await drawActivity("connection.renamed", names);
    expect(shown).toContain("my_shop → Oak & Ash");
    const category = { product: "7", name: "Mug", from: "", to: "Home > Mugs" };
    expect((await drawActivity("product.category_chosen", category)).shown).toContain(
      "none → Home > Mugs",
    );
  });

  it.each([
    ["source.paired", "by PrestaShop"],
    ["channel.disconnected", "by TikTok Shop"],
    ["category.accepted", "by Weft"],
  ])("says who did it of itself: %s", async (kind, by) => {
    expect((await drawActivity(kind, {}, "weft")).shown).toContain(by);
  });
});
