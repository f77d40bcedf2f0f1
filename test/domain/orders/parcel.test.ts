import { describe, expect, it } from "vitest";
import {
  packParcels,
  shownParcel,
  withNotified,
  type PackedParcel,
  type Parcel,
} from "../../../src/domain/orders/parcel";
import { lineOf, orderOf } from "../../support/order-builders";

const ORDER = orderOf({
  lines: [
    lineOf({ id: "1", channelSkuId: "S1" }),
    lineOf({ id: "2", channelSkuId: "S1" }),
    lineOf({ id: "3", channelSkuId: "S2" }),
    lineOf({ id: "4", channelSkuId: "S2", isCancelled: true }),
  ],
});
const LINKS = new Map([
  ["S1", { productId: "8", variantId: "21" }],
  ["S2", { productId: "9", variantId: "0" }],
]);
const links = () => LINKS;
const NOTIFIED = { trackingNumber: "T1", packageId: "K1", at: 5 };
const packed = (trackingNumber: string, contents: PackedParcel["contents"] = null) => ({
  contents,
  trackingNumber,
  carrierReference: "2",
  carrierName: "Evri",
});
const idsOf = ({ lines }: Parcel) => lines.map(({ lineId }) => lineId);

describe("parcels of an order", () => {
  it("hold all open lines where the store does not say what is in them", () => {
    const noLinks = () => {
      throw new Error("not needed");
    };
    const [one] = packParcels(ORDER, [packed("T1")], noLinks, []);
    expect(one).toMatchObject({ trackingNumber: "T1", carrierName: "Evri", notified: null });
    expect(one && idsOf(one)).toEqual(["1", "2", "3"]);
  });

  it("share out the lines of a variant by units, each line once", () => {
    const mug = { productId: "8", variantId: "21", units: 1 };
    const rest = [mug, { productId: "9", variantId: "0", units: 5 }];
    const parcels = packParcels(ORDER, [packed("T1", [mug]), packed("T2", rest)], links, []);
    expect(parcels.map(idsOf)).toEqual([["1"], ["2", "3"]]);
  });

  it("keep what the channel was notified of, each for itself", () => {
    const before = packParcels(ORDER, [packed("T1")], links, []);
    const sent = withNotified(before, NOTIFIED);
    const mug = { productId: "8", variantId: "21", units: 2 };
    const plate = { productId: "9", variantId: "0", units: 1 };
    const split = [packed("T1", [mug]), packed("T2", [plate])];
    const parcels = packParcels(ORDER, split, links, sent);
    expect(parcels.map(({ notified }) => notified)).toEqual([NOTIFIED, null]);
    const turned = packParcels(ORDER, split.toReversed(), links, parcels);
    expect(turned.map(({ notified }) => notified)).toEqual([null, NOTIFIED]);
  });

  it("are shown by the last number, and by none where there is no parcel", () => {
    const parcels = packParcels(ORDER, [packed("T1"), packed("T2"), packed(" ")], links, []);
    expect(shownParcel(parcels).trackingNumber).toBe("T2");
    expect(shownParcel([])).toMatchObject({ trackingNumber: "", notified: null });
    expect(withNotified([], NOTIFIED)).toMatchObject([{ notified: NOTIFIED }]);
  });
});
