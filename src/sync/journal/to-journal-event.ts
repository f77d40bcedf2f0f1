/** What the journal keeps of an event: what it names, and what was delivered, masked. */
import type { JournalEvent } from "../../domain/journal/journal";
import { maskBody } from "../../domain/journal/mask-body";
import { subjectOf, type SubjectKind } from "../../domain/journal/subjects";
import type { ChannelEvent } from "../../platforms/channel";
import type { SourceEvent } from "../../platforms/source";

/** An event names few things; a hook of a mass change in the store more. */
const MOST_NAMED = 100;

export function ofChannelEvent(event: ChannelEvent): JournalEvent {
  return { kind: event.kind, subjects: namedBy(event), body: bodyOf(event) };
}

export function ofSourceEvent(event: SourceEvent): JournalEvent {
  const { kind, ids } = event;
  const subjects = ids.slice(0, MOST_NAMED).map((id) => subjectOf(SOURCE_SUBJECTS[kind], id));
  return { kind, subjects, body: bodyOf(event) };
}

const SOURCE_SUBJECTS: Readonly<Record<SourceEvent["kind"], SubjectKind>> = {
  "product.saved": "product",
  "product.deleted": "product",
  "stock.changed": "product",
  "order.state_changed": "store-order",
  "order.tracking_changed": "store-order",
  ping: "product",
  other: "product",
};

function namedBy(event: ChannelEvent): string[] {
  switch (event.kind) {
    case "order.changed":
      return event.orderIds.slice(0, MOST_NAMED).map((id) => subjectOf("order", id));
    case "order.cancel_changed":
      return [subjectOf("order", event.orderId)];
    case "listing.changed":
      return [subjectOf("listing", event.channelProductId)];
    case "authorization.revoked":
    case "authorization.expiring":
    case "other":
      return [];
  }
}

/** As delivered, where whoever received it kept that; else what was understood of it. */
const bodyOf = ({ raw, ...event }: ChannelEvent | SourceEvent): string =>
  raw ?? maskBody(JSON.stringify(event));
