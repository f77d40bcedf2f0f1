import { expect, it } from "vitest";
import { OrderHandling } from "../../../web/connections/settings/order-handling";
import { aConnection } from "../support/connection";
import { inConnection } from "../support/in-connection";
import { draw, fakeServer, text, until } from "../support/render";

it("saves each switch of order handling as it is turned", async () => {
  const detail = aConnection();
  const server = fakeServer({
    "GET /api/connections/:id": detail,
    "PATCH /api/connections/:id": detail,
  });
  draw(inConnection(<OrderHandling detail={detail} />, server), server);
  expect(text()).toContain("after 10, 20 and 30 minutes");
  expect(text()).toContain("does not create them in PrestaShop");
  const [retry, archive] = document.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
  expect([retry?.checked, archive?.checked]).toEqual([true, false]);
  archive?.click();
  await until(() => server.calls.some(({ method }) => method === "PATCH"));
  expect(server.calls.find(({ method }) => method === "PATCH")?.body).toMatchObject({
    settings: { archivesCancelled: true },
  });
});
