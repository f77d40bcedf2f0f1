import { expect, it } from "vitest";
import { StockRuleCard } from "../../../web/stock/stock-rule-card";
import RuleSections from "../../../web/connections/settings/rule-sections";
import { fromTypedStock } from "../../../web/stock/typed-stock-rule";
import { aConnection } from "../support/connection";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until } from "../support/render";

function type(label: string, value: string): void {
  const found = [...document.querySelectorAll("label")].find((one) => one.textContent === label);
  const input = document.getElementById(found?.htmlFor ?? "") as HTMLInputElement | null;
  if (!input) throw new Error(`no field ${label}`);
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

const standing = {
  counts: { units: 1, percent: 20, maximum: null },
  from: { units: "all", percent: "category", maximum: "all" },
} as const;

it("says what counts and from where, and saves what is typed, empty for the level above", async () => {
  const saved: unknown[] = [];
  const server = fakeServer({});
  draw(
    inConnection(
      <StockRuleCard
        own={null}
        standing={standing}
        isSent={false}
        onSave={async (own) => {
          saved.push(own);
          return { ok: true, value: null } as never;
        }}
      />,
      server,
    ),
    server,
  );
  await until(() => text().includes("Now 20, from the category."));
  expect(text()).toContain("Now 1, as of all products.");
  expect(text()).toContain("Now no limit, as of all products.");
  expect(text()).toContain("Seller Center");
  type("Hold back percent", "101");
  await until(() => text().includes("from 0 to 100"));
  button("Save stock rule").click();
  type("Hold back percent", "10");
  type("Show at most", "5");
  await until(() => !text().includes("from 0 to 100"));
  button("Save stock rule").click();
  await until(() => saved.length === 1);
  expect(saved).toEqual([{ units: null, percent: 10, maximum: 5 }]);
});

it("of all products is saved with the settings", async () => {
  const detail = aConnection();
  const server = fakeServer({
    "GET /api/connections/:id": detail,
    "PATCH /api/connections/:id/settings": detail,
  });
  draw(inConnection(<RuleSections detail={detail} />, server), server);
  await until(() => text().includes("How much goes on sale"));
  type("Hold back percent", "15");
  type("Show at most", "40");
  button("Save stock rule").click();
  await until(() => server.calls.some(({ method }) => method === "PATCH"));
  expect(server.calls.find(({ method }) => method === "PATCH")?.body).toMatchObject({
    settings: { holdBackPercent: 15, maximumShown: 40 },
  });
});

it.each([
  ["", "", "", null],
  ["1", "", "", { units: 1, percent: null, maximum: null }],
  ["x", "", "", undefined],
  ["", "100", "99999", { units: null, percent: 100, maximum: 99_999 }],
  ["", "", "0", undefined],
])("reads %s units, %s percent and %s at most", (units, percent, maximum, rule) => {
  expect(fromTypedStock({ units, percent, maximum })).toEqual(rule);
});
