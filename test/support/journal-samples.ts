/** A page of a journal and the end of a replay, as a ledger answers them. */
import type { JournalPage } from "../../src/domain/journal/journal";
import type { ReplayState } from "../../src/domain/journal/replay";

export const ONE_WRITE: JournalPage = {
  rows: [
    {
      id: "write:1",
      kind: "write",
      at: 1,
      side: "channel",
      what: "POST /fulfillment/202309/packages/1/ship",
      subjects: ["order:1"],
      outcome: "0",
      isFailed: false,
      tookMs: 120,
      body: "{}",
      answer: "{}",
    },
  ],
  next: null,
};

export const DONE_REPLAY: ReplayState = {
  at: 1,
  events: 1,
  orders: 1,
  products: 0,
  listings: 0,
  waiting: 0,
  changed: [],
  writes: 0,
  isDone: true,
};
