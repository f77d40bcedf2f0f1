import { describe, expect, it } from "vitest";
import { StoreOrder } from "../../../web/orders/store-order";
import { StoreLink } from "../../../web/problems/store-link";
import { inConnection } from "../support/in-connection";
import { draw, fakeServer, text } from "../support/render";

const known = { sourceOrderId: "31", sourceReference: "XKBKNABJK", sourceOrderUrl: null };
const linkOf = () => document.querySelector("a")?.getAttribute("href") ?? null;

describe("the store's order", () => {
  it("is named, and leads to the back office where its address is known", () => {
    draw(<StoreOrder order={known} none="–" />, fakeServer({}));
    expect([text(), linkOf()]).toEqual(["XKBKNABJK #31", null]);
    const url = "https://shop.example/admin1/31";
    draw(<StoreOrder order={{ ...known, sourceOrderUrl: url }} none="–" />, fakeServer({}));
    expect(linkOf()).toBe(url);
  });

  it("is opened by a button, which says how to switch it on while nobody told the address", () => {
    const server = fakeServer({});
    const url = "https://shop.example/admin1/31";
    draw(inConnection(<StoreLink url={url} />, server), server);
    expect([text(), linkOf()]).toEqual(["Open in PrestaShop", url]);
    draw(inConnection(<StoreLink url={null} />, server), server);
    expect(text()).toBe("Switch on links to PrestaShop");
    expect(linkOf()).toMatch(/\/settings#back-office$/);
  });
});
