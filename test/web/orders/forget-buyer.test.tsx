import { expect, it } from "vitest";
import { ForgetBuyer } from "../../../web/orders/forget-buyer";
import { button, draw, fakeServer, text, until } from "../support/render";

const order = { buyerName: "Ada", channelState: "delivered" } as Parameters<
  typeof ForgetBuyer
>[0]["order"];

it("asks before what is held of a buyer goes for good", async () => {
  let count = 0;
  const forget = async () => {
    count += 1;
    return { ok: true as const, value: null };
  };
  const app = draw(<ForgetBuyer order={order} onForget={forget} />, fakeServer({}));
  button("Remove the buyer's data").click();
  await until(() => text().includes("for good"));
  expect(count).toBe(0);
  const dialog = document.querySelector("dialog");
  const [cancel, confirm] = [...(dialog?.querySelectorAll("button") ?? [])].slice(-2);
  expect(cancel?.textContent).toBe("Cancel");
  confirm?.click();
  await until(() => app.said.value === "The buyer's data were removed.");
  expect(count).toBe(1);
});
