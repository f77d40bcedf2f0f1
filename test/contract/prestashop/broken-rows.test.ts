/** One thing of a store that nobody can read must not cost the things beside it. */
import { describe, expect, it } from "vitest";
import { openStore } from "./simulated-store";

const PHP_ERROR = { errors: [{ code: 1, message: "[PHP Error #1] in a module of somebody else" }] };
const failing = () =>
  Response.json(PHP_ERROR, { status: 500, headers: { "psws-version": "8.2.1" } });

/** Ids a list request asks for; null: it asks for a page. */
function askedIds(query: URLSearchParams, field: string): string[] | null {
  const given = query.get(`filter[${field}]`);
  return given && !given.startsWith(">") ? given.replaceAll(/[[\]]/g, "").split("|") : null;
}

/** A store in which some rows of a resource make PHP fail; `text`: where this field of theirs is asked for. */
function storeWithBroken(
  resource: string,
  field: string,
  broken: readonly string[],
  text?: string,
) {
  const { store, open } = openStore("8.2.1");
  let requests = 0;
  const fetch = async (request: Request) => {
    requests += 1;
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.endsWith(`/api/${resource}`)) return store.fetch(request);
    const display = searchParams.get("display");
    const isListOfIds = display === null || (text !== undefined && !display.includes(text));
    const ids = askedIds(searchParams, field);
    const isHit = ids === null || broken.some((id) => ids.includes(id));
    return isHit && !isListOfIds ? failing() : store.fetch(request);
  };
  return { open: () => open(undefined, undefined, fetch), requests: () => requests };
}

describe("a product that makes the store fail", () => {
  it("is named, and the others of its page are read", async () => {
    const whole = await openStore("8.2.1").open().pullPage({}, 100);
    const { open } = storeWithBroken("products", "id", ["7", "8", "19"]);
    const page = await open().pullPage({}, 100);
    expect(page.unreadable.map(({ id }) => id).toSorted()).toEqual(["19", "7", "8"]);
    expect(page.products).toEqual(
      whole.products.filter(({ id }) => !["7", "8", "19"].includes(id)),
    );
    expect(page.next).toBeUndefined();
  });

  it("does not move the page that follows", async () => {
    const { open } = storeWithBroken("products", "id", ["5"]);
    const first = await open().pullPage({}, 5);
    expect(first).toMatchObject({ next: "5", unreadable: [{ id: "5" }] });
    const second = await open().pullPage({}, 5, first.next);
    expect(second.products[0]?.id).toBe("6");
  });

  it.each(["combinations", "stock_availables"])(
    "by one of its %s is not taken for a product without them",
    async (resource) => {
      const { open } = storeWithBroken(resource, "id_product", ["1"]);
      const page = await open().pullPage({}, 100);
      expect(page.unreadable.map(({ id }) => id)).toEqual(["1"]);
      expect(page.products.some(({ id }) => id === "1")).toBe(false);
      expect(page.products.length).toBeGreaterThan(10);
    },
  );

  it("has no price, and its neighbours keep theirs", async () => {
    const { open } = storeWithBroken("combinations", "id_product", ["1"]);
    const { levels } = await open().readPrices(["1", "2", "6"]);
    expect(new Set(levels.map(({ productId }) => productId))).toEqual(new Set(["2", "6"]));
  });

  it("is counted by its own number where it is a pack, and everything else is counted too", async () => {
    const whole = await openStore("8.2.1").open().readStock();
    const { open } = storeWithBroken("products", "id", ["15"]);
    expect(await open().readStock()).toEqual(whole);
  });

  it("alone is the store's failure, which is tried again", async () => {
    const { open } = storeWithBroken("products", "id", ["7"]);
    await expect(open().pullProducts(["7"])).rejects.toMatchObject({ remedy: "retry" });
    expect((await open().pullProducts(["6", "7"])).unreadable).toMatchObject([{ id: "7" }]);
  });
});

describe("a small thing that makes the store fail", () => {
  it.each([
    ["product_option_values", "1"],
    ["product_options", "1"],
    ["product_feature_values", "4"],
    ["product_features", "1"],
  ])("costs only the products that have it: one of %s", async (resource, id) => {
    const whole = await openStore("8.2.1").open().pullPage({}, 100);
    const { open } = storeWithBroken(resource, "id", [id]);
    const page = await open().pullPage({}, 100);
    const lost = new Set(page.unreadable.map((one) => one.id));
    expect(lost.size).toBeGreaterThan(0);
    expect(lost.has("")).toBe(false);
    expect(page.products.length).toBeGreaterThan(0);
    expect(page.products).toEqual(whole.products.filter((product) => !lost.has(product.id)));
  });

  it("is left out of a list, and the others are read", async () => {
    const all = openStore("8.2.1").open();
    const states = storeWithBroken("order_states", "id", ["9"]).open();
    const listed = await states.listOrderStates();
    expect(listed).toEqual((await all.listOrderStates()).filter(({ id }) => id !== "9"));
    const categories = storeWithBroken("categories", "id", ["5"]).open();
    expect((await categories.listCategories()).map(({ id }) => id)).toEqual(
      (await all.listCategories()).map(({ id }) => id).filter((id) => id !== "5"),
    );
    const carriers = storeWithBroken("carriers", "id", ["2"]).open();
    expect((await carriers.listCarriers()).length).toBe((await all.listCarriers()).length - 1);
  });

  it("is listed by its id where only its texts are missing", async () => {
    const all = openStore("8.2.1").open();
    const states = storeWithBroken("order_states", "id", ["9"], "name").open();
    expect(await states.listOrderStates()).toEqual(
      (await all.listOrderStates())
        .map((state) => (state.id === "9" ? { ...state, name: "" } : state))
        .toSorted((a, b) => Number(a.id === "9") - Number(b.id === "9")),
    );
    const categories = storeWithBroken("categories", "id", ["3"], "name").open();
    const wanted = new Map((await all.listCategories()).map(({ id, path }) => [id, path]));
    const clothes = wanted.get("3")?.split(" > ").at(-1) ?? "";
    expect(clothes).not.toBe("");
    for (const { id, name, path } of await categories.listCategories()) {
      expect(path).toBe(wanted.get(id)?.replace(clothes, "#3"));
      if (id === "3") expect(name).toBe("#3");
    }
    const carriers = storeWithBroken("carriers", "id", ["2"], "delay").open();
    const byId = (a: { reference: string }, b: { reference: string }) =>
      a.reference.localeCompare(b.reference);
    expect((await carriers.listCarriers()).toSorted(byId)).toEqual(
      (await all.listCarriers()).toSorted(byId),
    );
  });

  it("does not make the store unreadable", async () => {
    const { open } = storeWithBroken("product_features", "id", ["1"]);
    await expect(open().readStore()).resolves.toMatchObject({ currency: "GBP" });
  });
});

describe("a store that fails for every product", () => {
  it("is a store that fails, after few requests", async () => {
    const all = Array.from({ length: 30 }, (_, index) => String(index + 1));
    const { open, requests } = storeWithBroken("products", "id", all);
    await expect(open().pullPage({}, 100)).rejects.toMatchObject({
      code: "prestashop.php_warning",
    });
    expect(requests()).toBeLessThan(30);
  });
});

describe("an order that makes the store fail", () => {
  it.each([
    ["orders", "id"],
    ["order_carriers", "id_order"],
  ])("by its %s hides no shipment of the others", async (resource, field) => {
    const { open } = storeWithBroken(resource, field, ["2"]);
    const shipments = await open().readShipments(["1", "2", "3", "4", "5"]);
    expect(shipments.map(({ orderId }) => orderId).toSorted()).toEqual(["1", "3", "4", "5"]);
  });
});

describe("a row that is none", () => {
  const { store, open } = openStore("8.2.1");
  const spoilt = (resource: string, row: unknown) =>
    open(undefined, undefined, async (request) => {
      const response = await store.fetch(request);
      if (!new URL(request.url).pathname.endsWith(`/api/${resource}`)) return response;
      const body = (await response.json()) as Record<string, unknown[]>;
      return Response.json({ [resource]: [row, ...(body[resource] ?? [])] }, response);
    });

  it.each([null, "x", [], 7])("is not read, and the others are: %j", async (row) => {
    const levels = await open().readStock();
    expect(await spoilt("stock_availables", row).readStock()).toEqual(levels);
    const { products } = await open().pullPage({}, 100);
    const page = await spoilt("products", row).pullPage({}, 100);
    expect(page.products).toEqual(products);
    expect(page.unreadable.map(({ id }) => id)).toEqual([""]);
    expect(await spoilt("carriers", row).listCarriers()).toEqual(await open().listCarriers());
    expect(await spoilt("categories", row).listCategories()).toEqual(await open().listCategories());
  });

  it("leaves a list of ids unjudged: the product behind it may be there", async () => {
    await expect(spoilt("products", null).listProductIds()).rejects.toMatchObject({
      code: "prestashop.unexpected_shape",
    });
  });

  it("may be any of the products that were asked for", async () => {
    const read = await spoilt("products", null).pullProducts(["6", "999"]);
    expect(read.products.map(({ id }) => id)).toEqual(["6"]);
    expect(read.unreadable.map(({ id }) => id)).toEqual(["999"]);
  });
});
