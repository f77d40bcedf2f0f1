import { useMemo } from "preact/hooks";
import { useModel } from "@preact/signals";
import { expect, it } from "vitest";
import type { OrderDetail } from "../../../src/contract/orders";
import { ChooseVariant } from "../../../web/orders/choose-variant";
import { OrderModel } from "../../../web/orders/orders";
import { useApp } from "../../../web/shell/app";
import { orderOf, orders } from "../fake-api/fixture-orders.mjs";
import { button, draw, fakeServer, text, until } from "../support/render";

const order = orderOf(orders[2]?.id ?? "");

function Shown({ order: shown }: { order: OrderDetail }) {
  const { client } = useApp();
  const model = useModel(() => new OrderModel(client, "c", shown.id));
  return useMemo(() => <ChooseVariant order={shown} model={model} />, [shown, model]);
}

it("sends the variant that was chosen for the SKU that has none, and offers likely ones", async () => {
  const server = fakeServer({
    "POST /api/connections/:id/orders/:orderId/variant": { ...order, problem: null },
  });
  draw(<Shown order={order} />, server);
  expect(text()).toContain("Choose what to send");
  const select = document.querySelector("select");
  if (!select) throw new Error("nothing to choose from");
  expect([...select.options].map((option) => option.textContent)).toContain(
    "Mug, Black · old-mug-01",
  );
  expect(button("Create the order with it").disabled).toBe(true);
  select.value = "7:9";
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await until(() => !button("Create the order with it").disabled);
  button("Create the order with it").click();
  await until(() => server.calls.length > 0);
  expect(server.calls[0]).toMatchObject({
    body: { channelSkuId: "1729382256910270002", productId: "7", variantId: "9" },
  });
});

it("shows nothing where every item is there", () => {
  const lines = order.lines.map((line) => ({ ...line, needsVariant: false }));
  draw(<Shown order={{ ...order, lines }} />, fakeServer({}));
  expect(text()).not.toContain("Choose what to send");
});
