import { expect, it } from "vitest";
import RuleSections from "../../../web/connections/settings/rule-sections";
import { aConnection } from "../support/connection";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until } from "../support/render";

const FOUND =
  "Of the first 2,000 products on TikTok Shop with prices from PrestaShop, 3 would change";

it("thresholds and prices of all products are saved each by itself, and a rule is tried before", async () => {
  const detail = aConnection();
  const server = fakeServer({
    "GET /api/connections/:id": detail,
    "PATCH /api/connections/:id/settings": detail,
    "POST /api/connections/:id/price-preview": {
      count: 3,
      of: 2_000,
      isMore: true,
      rows: [
        {
          productId: "7",
          name: "Mug",
          sku: "mug",
          storeMinor: 1_000,
          nowMinor: 1_000,
          thenMinor: 1_099,
        },
      ],
      currency: "EUR",
    },
  });
  draw(inConnection(<RuleSections detail={detail} />, server), server);
  await until(() => text().includes("Keeps the last units"));
  const pick = (name: string, value: string) =>
    document.querySelector<HTMLInputElement>(`input[name=${name}][value=${value}]`)?.click();
  const saved = () => server.calls.filter(({ method }) => method === "PATCH");
  pick("low-stock", "out_of_stock");
  await until(() => text().includes("More than 5 is advisable"));
  button("Save threshold").click();
  await until(() => saved().length === 1);
  expect(saved()[0]?.body).toMatchObject({
    settings: { lowStock: { threshold: 10, action: "out_of_stock" } },
  });
  pick("price-rule", "rule");
  await until(() => text().includes("Starting from"));
  button("See what changes").click();
  await until(() => text().includes(FOUND));
  expect(text()).toContain("Mug (mug)");
  pick("price-rule", "store");
  await until(() => !text().includes(FOUND));
  expect(text()).not.toContain("Mug (mug)");
  pick("price-rule", "rule");
  await until(() => text().includes("Starting from"));
  expect(saved()).toHaveLength(1);
  button("Save prices").click();
  await until(() => saved().length === 2);
  expect(saved()[1]?.body).toMatchObject({ settings: { priceRule: { basisPoints: 0 } } });
});
