import type { Context } from "../context";
import { texts, type Fields } from "../fields";
import { marketOf } from "../markets/markets";
import type { Shop } from "../shops/shop";
import type { Party } from "./compliance";
import { when, type Issue } from "./issue";

interface PartyRule {
  kind: Party["kind"];
  field: string;
  label: string;
  missing: Issue;
  unknown: number;
  foreign: number;
  duplicate: number;
}

const RULES: readonly PartyRule[] = [
  {
    kind: "manufacturer",
    field: "manufacturer_ids",
    label: "Manufacturer ID",
    missing: { code: 12052282, message: "Product manufacturer is required." },
    unknown: 12052284,
    foreign: 12052285,
    duplicate: 12052295,
  },
  {
    kind: "responsible-person",
    field: "responsible_person_ids",
    label: "Responsible person ID",
    missing: { code: 12052287, message: "Product responsible person is required" },
    unknown: 12052289,
    foreign: 12052290,
    duplicate: 12052296,
  },
];

/** Manufacturer and responsible person, which the EU demands. */
export function checkParties(context: Context, shop: Shop, body: Fields): Issue[] {
  const demanded = marketOf(shop.region).productSafety;
  return RULES.flatMap((rule) => {
    const ids = texts(body[rule.field]);
    if (ids.length === 0) return demanded ? [rule.missing] : [];
    return [
      ...when(
        new Set(ids).size < ids.length,
        rule.duplicate,
        `Duplicate ${rule.label}s associated with the same product`,
      ),
      ...ids.flatMap((id) => checkParty(context, shop, rule, id)),
    ];
  });
}

function checkParty(context: Context, shop: Shop, rule: PartyRule, id: string): Issue[] {
  const party = context.storage.get<Party>("tts:party", id);
  if (party?.kind !== rule.kind)
    return [{ code: rule.unknown, message: `${rule.label} ${id} is not found` }];
  return when(
    party.sellerId !== shop.sellerId,
    rule.foreign,
    `${rule.label} ${id} is not associated with the seller`,
  );
}
