// What was done in a connection, by persons and by a shop.
import { hour, now } from "./fixture-parts.mjs";

export const activities = [
  {
    id: "1",
    actor: "Ada Weaver",
    kind: "category.accepted",
    facts: { count: 2 },
    at: now - hour,
  },
  {
    id: "3",
    actor: "Ada Weaver",
    kind: "connection.settings_changed",
    facts: {
      fields: "holdBack, packageDefaults",
      before: { holdBack: "0", packageDefaults: "null" },
      after: {
        holdBack: "5",
        packageDefaults: '{"lengthMm":300,"widthMm":200,"heightMm":50,"weightGrams":400}',
      },
    },
    at: now - 2 * hour,
  },
  {
    id: "4",
    actor: "weft",
    kind: "source.key_handed_over",
    facts: { url: "https://demo.shop.example" },
    at: now - 3 * hour,
  },
  {
    id: "5",
    actor: "Ada Weaver",
    kind: "push.started",
    facts: { task: "t1", count: 12 },
    at: now - 4 * hour,
  },
  {
    id: "2",
    actor: "Ada Weaver",
    kind: "connection.created",
    facts: {},
    at: now - 40 * hour,
  },
];
