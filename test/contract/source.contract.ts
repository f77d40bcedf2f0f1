/**
 * What every source platform must do, whatever shop is behind it. It sells real units of the shop it is
 * given and gives them back; it knows no vendor.
 */
import { describe, expect, it } from "vitest";
import type { SourceProduct, SourceVariant } from "../../src/domain/catalogue";
import { asSyncError } from "../../src/domain/sync-error";
import type { PlatformDeps } from "../../src/platforms/ports";
import type {
  ImportProgress,
  SourceOrderDraft,
  SourceOrderLine,
  SourceSession,
} from "../../src/platforms/source";

type Fetch = PlatformDeps["fetch"];

export interface SourceHarness {
  /** A session of its own; `through` may watch or break its requests. */
  open(through?: (inner: Fetch) => Fetch): SourceSession;
  openWithWrongKey(): SourceSession;
  /** What the merchant does in the back office. */
  ship(orderId: string, trackingNumber: string): Promise<void>;
  /** How many orders the shop holds in all. */
  countOrders(): Promise<number>;
  now(): number;
  /** Unique over all runs against the same shop. */
  newChannelOrderId(): string;
}

interface Sellable {
  product: SourceProduct;
  variant: SourceVariant;
}

export function sourceContract(name: string, start: () => Promise<SourceHarness>): void {
  describe(`${name} as a source`, () => {
    const harness = start();

    it("tells its version and misses no permission", async () => {
      const access = await (await harness).open().checkAccess();
      expect(access.version).toMatch(/^\d+\.\d+/);
      expect(access.missingPermissions).toEqual([]);
    });

    it("refuses a wrong key with a reconnect", async () => {
      const caught = await failureOf((await harness).openWithWrongKey().checkAccess());
      expect(caught.remedy).toBe("reconnect");
    });

    it("tells its currency, zone and country", async () => {
      const shop = await (await harness).open().readShop();
      expect(shop.currency).toMatch(/^[A-Z]{3}$/);
      expect(shop.country).toMatch(/^[A-Z]{2}$/);
      expect(() => new Intl.DateTimeFormat("en", { timeZone: shop.timeZone })).not.toThrow();
      expect(shop.shopName).not.toBe("");
    });

    it("pages through every product once, in pages of any size", async () => {
      const session = (await harness).open();
      const ids = await session.listProductIds();
      for (const pageSize of [3, 7, 1000]) {
        const products = await pullAll(session, pageSize);
        expect(products.map((product) => product.id).toSorted()).toEqual([...ids].toSorted());
      }
    });

    it("gives whole products: variants with options, prices, pictures", async () => {
      const session = (await harness).open();
      const products = await pullAll(session, 100);
      for (const product of products) {
        expect(product.name, product.id).not.toBe("");
        expect(product.variants.length, product.id).toBeGreaterThan(0);
        expect(product.updatedAt).toBeGreaterThan(Date.UTC(2001, 0));
        for (const variant of product.variants) {
          expect(Number.isSafeInteger(variant.priceMinor)).toBe(true);
          expect(variant.listPriceMinor).toBeGreaterThanOrEqual(variant.priceMinor);
          if (product.variants.length > 1) expect(variant.options.length).toBeGreaterThan(0);
          for (const option of variant.options) expect(option.name && option.value).not.toBe("");
        }
        for (const image of product.images) expect(URL.canParse(image.url)).toBe(true);
      }
      expect(products.some((product) => product.variants.length > 1)).toBe(true);
      expect(products.some((product) => product.variants[0]?.id === "0")).toBe(true);
      expect(products.some((product) => product.features.length > 0)).toBe(true);
    });

    it("reads a page of products in at most three requests once the names are known", async () => {
      let requests = 0;
      const session = (await harness).open((inner) => (request) => {
        requests += 1;
        return inner(request);
      });
      const first = await session.pullPage({}, 5);
      expect(requests).toBeLessThanOrEqual(9);
      requests = 0;
      await session.pullPage({}, 100, first.next);
      expect(requests).toBeLessThanOrEqual(3);
    });

    it("gives a product by its id as the page gives it, and leaves unknown ids out", async () => {
      const session = (await harness).open();
      const { products } = await session.pullPage({}, 2);
      const ids = products.map((product) => product.id);
      expect(await session.pullProducts([...ids, "999999999"])).toEqual(products);
      expect(await session.pullProducts([])).toEqual([]);
    });

    it("keeps to a window of time", async () => {
      const { open, now } = await harness;
      const session = open();
      const [product] = (await session.pullPage({}, 1)).products;
      const at = product?.updatedAt ?? 0;
      const idsIn = async (from?: number, until?: number) => {
        const window = { ...(from && { from }), ...(until && { until }) };
        return (await session.pullPage(window, 1000)).products.map(({ id }) => id);
      };
      expect(await idsIn(at, at)).toContain(product?.id);
      expect(await idsIn(at)).toContain(product?.id);
      expect(await idsIn(undefined, at)).toContain(product?.id);
      expect(await idsIn(at + 4 * 3_600_000, at + 5 * 3_600_000)).not.toContain(product?.id);
      expect(await idsIn(now() + 48 * 3_600_000)).toEqual([]);
    });

    it("reads the same stock in bulk as with the products", async () => {
      const session = (await harness).open();
      const products = await pullAll(session, 100);
      const known = new Set(products.map((product) => product.id));
      const levels = (await session.readStock()).filter((level) => known.has(level.productId));
      const pulled = products.flatMap((product) =>
        product.variants.map((variant) => `${product.id}:${variant.id}=${variant.quantity}`),
      );
      const keys = levels.map((level) => `${level.productId}:${level.variantId}=${level.quantity}`);
      expect(keys.toSorted()).toEqual(pulled.toSorted());
      const some = [products[0]?.id ?? ""];
      expect(await session.readStock(some)).toEqual(
        levels.filter((level) => level.productId === some[0]),
      );
    });

    it("knows the category of every product, with its path", async () => {
      const session = (await harness).open();
      const categories = new Map((await session.listCategories()).map((each) => [each.id, each]));
      for (const { categoryId } of await pullAll(session, 100))
        if (categoryId) expect(categories.get(categoryId)?.path).not.toBe("");
      for (const each of categories.values()) {
        expect(each.path.endsWith(each.name)).toBe(true);
        if (each.parentId) expect(categories.has(each.parentId)).toBe(true);
      }
    });

    it("makes an order to the cent, with shipping and a discount, and takes its stock", async () => {
      const { open, newChannelOrderId } = await harness;
      const session = open();
      const sold = await twoVariants(session);
      const before = await quantities(session, sold);
      const draft = await draftOf(session, sold, newChannelOrderId(), 399, 150);
      const order = await session.importOrder(draft, {}, () => {});
      expect(order).toMatchObject({ totalMinor: draft.totalMinor, isPaid: true });
      expect(order.reference).not.toBe("");
      expect(await quantities(session, sold)).toEqual(before.map((was, at) => was - (at ? 1 : 3)));
      await session.cancelOrder(order.id);
      expect(await quantities(session, sold)).toEqual(before);
      await session.cancelOrder(order.id);
      expect(await quantities(session, sold)).toEqual(before);
      const [shipment] = await session.readShipments([order.id]);
      expect(shipment).toMatchObject({ isCancelled: true, isShipped: false, trackingNumber: "" });
    });

    it("makes one order of one sale, with its progress remembered, half remembered or lost", async () => {
      const { open, newChannelOrderId, countOrders } = await harness;
      const session = open();
      const sold = await twoVariants(session);
      const draft = await draftOf(session, sold, newChannelOrderId(), 0, 0);
      const before = await countOrders();
      const remembered: ImportProgress[] = [{}];
      const order = await session.importOrder(draft, {}, (step) => remembered.push(step));
      for (const progress of remembered)
        expect(await open().importOrder(draft, progress, () => {})).toEqual(order);
      expect(await countOrders()).toBe(before + 1);
      await session.cancelOrder(order.id);
    });

    it("makes one order although every answer to a write is lost once", async () => {
      const { open, newChannelOrderId, countOrders } = await harness;
      const sold = await twoVariants(open());
      const draft = await draftOf(open(), sold, newChannelOrderId(), 250, 100);
      const stock = await quantities(open(), sold);
      const before = await countOrders();
      const lost = new Set<string>();
      const losing =
        (inner: Fetch): Fetch =>
        async (request) => {
          const { method, url } = request;
          const answer = await inner(request);
          const step = `${method} ${new URL(url).pathname}`;
          if (method !== "POST" || lost.has(step)) return answer;
          lost.add(step);
          await answer.arrayBuffer();
          throw new TypeError("connection lost");
        };
      let progress: ImportProgress = {};
      let imported: string | undefined;
      for (let run = 0; run < 12 && !imported; run += 1) {
        const result = open(losing).importOrder(draft, progress, (step) => (progress = step));
        imported = await result.then(
          (order) => order.id,
          (caught) => void expect(asSyncError(caught).remedy).toBe("retry"),
        );
      }
      expect(lost.size).toBeGreaterThanOrEqual(5);
      expect(imported).toMatch(/^\d+$/);
      expect(await countOrders()).toBe(before + 1);
      expect(await quantities(open(), sold)).toEqual(stock.map((was, at) => was - (at ? 1 : 3)));
      await open().cancelOrder(imported ?? "");
    });

    it("sums units of one variant sold at different prices", async () => {
      const { open, newChannelOrderId } = await harness;
      const session = open();
      const [first] = await twoVariants(session);
      const draft = await draftOf(session, [], newChannelOrderId(), 0, 0, [
        line(first, 1, 999),
        line(first, 1, 998),
        line(first, 1, 1001),
      ]);
      const order = await session.importOrder(draft, {}, () => {});
      expect(order.totalMinor).toBe(2998);
      await session.cancelOrder(order.id);
    });

    it("tells of an order that the merchant shipped, with number and carrier", async () => {
      const { open, newChannelOrderId, ship } = await harness;
      const session = open();
      const carriers = await session.listCarriers();
      const reference = carriers.find((carrier) => carrier.isActive)?.reference;
      expect(reference).toBeDefined();
      const draft = await draftOf(session, await twoVariants(session), newChannelOrderId(), 0, 0);
      const order = await session.importOrder(
        { ...draft, ...(reference && { carrierReference: reference }) },
        {},
        () => {},
      );
      const [open1] = await session.readShipments([order.id]);
      expect(open1).toMatchObject({ isShipped: false, isCancelled: false, trackingNumber: "" });
      await ship(order.id, "WEFT123456789GB");
      const [sent, ...none] = await session.readShipments([order.id, "999999999"]);
      expect(none).toEqual([]);
      expect(sent).toMatchObject({
        orderId: order.id,
        isShipped: true,
        trackingNumber: "WEFT123456789GB",
        carrierReference: reference,
      });
      await session.cancelOrder(order.id);
    });

    it("says which products an order lacks before it writes anything", async () => {
      const { open, newChannelOrderId, countOrders } = await harness;
      const before = await countOrders();
      const draft = await draftOf(open(), [], newChannelOrderId(), 0, 0, [
        { productId: "999999999", variantId: "0", quantity: 1, unitPriceMinor: 100, name: "Gone" },
      ]);
      const caught = await failureOf(open().importOrder(draft, {}, () => {}));
      expect(caught.remedy).toBe("merchant");
      expect(caught.facts).toMatchObject({ productIds: ["999999999"] });
      expect(await countOrders()).toBe(before);
    });

    it("refuses a draft whose parts do not make its total", async () => {
      const { open, newChannelOrderId } = await harness;
      const sold = await twoVariants(open());
      const draft = await draftOf(open(), sold, newChannelOrderId(), 0, 0);
      const wrong = { ...draft, totalMinor: draft.totalMinor + 1 };
      expect((await failureOf(open().importOrder(wrong, {}, () => {}))).remedy).toBe("defect");
    });
  });
}

async function failureOf(action: Promise<unknown>) {
  const caught = await action.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(caught).toBeDefined();
  return asSyncError(caught);
}

async function pullAll(session: SourceSession, pageSize: number): Promise<SourceProduct[]> {
  const all: SourceProduct[] = [];
  let cursor: string | undefined;
  do {
    const page = await session.pullPage({}, pageSize, cursor);
    all.push(...page.products);
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}

/** A variant of a varied product and a simple product, both well in stock. */
async function twoVariants(session: SourceSession): Promise<readonly [Sellable, Sellable]> {
  const products = await pullAll(session, 100);
  const inStock = products
    .flatMap((product) => product.variants.map((variant) => ({ product, variant })))
    .filter(({ product, variant }) => product.isActive && variant.quantity >= 10);
  const varied = inStock.find(({ variant }) => variant.id !== "0");
  const simple = inStock.find(({ variant }) => variant.id === "0");
  if (!varied || !simple) throw new Error("the shop sells no fitting products");
  return [varied, simple];
}

async function quantities(session: SourceSession, sold: readonly Sellable[]): Promise<number[]> {
  const levels = await session.readStock(sold.map(({ product }) => product.id));
  return sold.map(
    ({ product, variant }) =>
      levels.find((level) => level.productId === product.id && level.variantId === variant.id)
        ?.quantity ?? Number.NaN,
  );
}

function line({ product, variant }: Sellable, quantity: number, unitPriceMinor: number) {
  const { id: productId, name } = product;
  return { productId, variantId: variant.id, quantity, unitPriceMinor, name };
}

/** Three of the first and one of the second, at prices the shop would never compute itself. */
async function draftOf(
  session: SourceSession,
  sold: readonly Sellable[],
  channelOrderId: string,
  shippingMinor: number,
  discountMinor: number,
  given?: readonly SourceOrderLine[],
): Promise<SourceOrderDraft> {
  const shop = await session.readShop();
  const lines = given ?? sold.map((each, at) => line(each, at ? 1 : 3, at ? 2500 : 999));
  const productsMinor = lines.reduce((sum, each) => sum + each.quantity * each.unitPriceMinor, 0);
  return {
    channelOrderId,
    currency: shop.currency,
    lines,
    shippingMinor,
    discountMinor,
    totalMinor: productsMinor + shippingMinor - discountMinor,
    address: {
      name: "J*** 1 O'Neil & Sons <Ltd>",
      firstName: "J*** 1",
      lastName: "O'Neil & Sons",
      phone: "(+44)7*****12",
      country: shop.country,
      state: "",
      city: "London",
      postcode: "SW1A 1AA",
      line1: "1 High St <b>",
      line2: "",
    },
    buyerEmail: "",
    buyerNote: "Leave it with the neighbour <please>",
    placedAt: 0,
    paymentLabel: "TikTok Shop",
  };
}
