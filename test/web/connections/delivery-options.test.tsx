import { expect, it } from "vitest";
import { CarrierSettings } from "../../../web/connections/settings/carrier-settings";
import { readConnectionSettings } from "../../../src/contract/connection-settings";
import { aConnection } from "../support/connection";
import { inConnection } from "../support/in-connection";
import { button, draw, fakeServer, text, until } from "../support/render";

it("a delivery option gets a carrier of its own, and one that is gone stays visible until it is taken away", async () => {
  const gone = { deliveryOptionId: "o9", deliveryOptionName: "Old", carrierReference: "1" };
  const detail = aConnection({ settings: readConnectionSettings({ deliveryOptionMap: [gone] }) });
  const server = fakeServer({
    "GET /api/connections/:id": detail,
    "GET /api/connections/:id/carriers": {
      readAt: 1,
      isRenewing: false,
      carriers: [
        { reference: "1", name: "Post" },
        { reference: "2", name: "Van" },
      ],
      providers: [],
      deliveryOptions: [{ id: "o1", name: "Express" }],
    },
    "PATCH /api/connections/:id/settings": detail,
  });
  draw(inConnection(<CarrierSettings detail={detail} />, server), server);
  await until(() => text().includes("Old (no longer on TikTok Shop)"));
  const choose = (option: string, carrier: string) => {
    const label = [...document.querySelectorAll("label")].find(
      ({ textContent }) => textContent === `Carrier for ${option}`,
    );
    const select = document.getElementById(label?.htmlFor ?? "") as HTMLSelectElement;
    select.value = carrier;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  choose("Express", "2");
  choose("Old", "");
  button("Save carriers").click();
  const saved = () => server.calls.find(({ method }) => method === "PATCH")?.body;
  await until(() => saved() !== undefined);
  expect(saved()).toMatchObject({
    settings: {
      deliveryOptionMap: [
        { deliveryOptionId: "o1", deliveryOptionName: "Express", carrierReference: "2" },
      ],
    },
  });
});
