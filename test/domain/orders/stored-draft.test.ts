import { expect, it } from "vitest";
import { readStoredDraft } from "../../../src/domain/orders/stored-draft";

const draft = { channelOrderId: "576", currency: "GBP", lines: [], totalMinor: 1200 };

it("reads the order state of a draft that version 0.2 stored", () => {
  expect(readStoredDraft({ ...draft, stateId: "2" })).toEqual({ ...draft, orderStateId: "2" });
  expect(readStoredDraft(draft)).toEqual(draft);
  expect(readStoredDraft({ ...draft, orderStateId: "3" })).toEqual({ ...draft, orderStateId: "3" });
});
