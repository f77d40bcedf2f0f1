import { describe, expect, it } from "vitest";
import { draftTexts } from "../../../src/domain/orders/draft-texts";

const NOTHING_CHOSEN = {
  orderPaymentLabel: null,
  orderMoney: "paid" as const,
  orderCarrierReference: null,
  orderStateId: null,
  deliveryOptionMap: [],
};

describe("texts and choices of an order draft", () => {
  it("name the payment for the channel and leave carrier and state to the store", () => {
    expect(draftTexts(NOTHING_CHOSEN, "TikTok Shop")).toEqual({
      paymentLabel: "TikTok Shop",
      mailDomain: "channel.invalid",
      moneyChoice: "paid",
    });
  });

  it("follow what the merchant chose", () => {
    const chosen = {
      orderPaymentLabel: "Marketplace",
      orderMoney: "owed" as const,
      orderCarrierReference: "7",
      orderStateId: "2",
      deliveryOptionMap: [{ deliveryOptionId: "o1", carrierReference: "9" }],
    };
    expect(draftTexts(chosen, "TikTok Shop")).toMatchObject({
      paymentLabel: "Marketplace",
      moneyChoice: "owed",
      carrierReference: "7",
      carrierByOption: { o1: "9" },
      orderStateId: "2",
    });
  });
});
