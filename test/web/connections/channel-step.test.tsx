import { expect, it } from "vitest";
import { ConnectionModel } from "../../../web/connections/connection";
import { AuthorizeForm } from "../../../web/connections/setup/channel-step";
import { createApp } from "../../../web/shell/app";
import { aConnection } from "../support/connection";
import { button, draw, fakeServer, text, until } from "../support/render";

it("says of a market, before anything is authorised, what cannot be listed there yet", async () => {
  const market = { code: "GB", label: "United Kingdom", currency: "GBP", needsParties: false };
  const german = { code: "DE", label: "Germany", currency: "EUR", needsParties: true };
  const server = fakeServer({ "GET /api/markets": { markets: [german, market] } });
  const { client } = createApp(server.send, document.documentElement, localStorage);
  const model = new ConnectionModel(client, "c");
  const detail = aConnection({ id: "fresh", market: null });
  draw(<AuthorizeForm detail={detail} model={model} submitLabel="Go" />, server);
  await until(() => text().includes("Germany"));
  const options = [...document.querySelectorAll(".choice-option")].map((one) => one.textContent);
  expect(options[0]).toContain("cannot be listed here yet");
  expect(options[1]).toBe("United KingdomPrices in GBP");
  const radio = document.querySelector<HTMLInputElement>("input[value=GB]");
  const textOf = (name: string) =>
    document.getElementById(radio?.getAttribute(name) ?? "")?.textContent;
  expect(textOf("aria-labelledby")).toBe("United Kingdom");
  expect(textOf("aria-describedby")).toBe("Prices in GBP");
  button("Go").click();
  await until(() => text().includes("Choose your market first."));
  expect(text().indexOf("Choose your market first.")).toBeLessThan(text().indexOf("Germany"));
});
