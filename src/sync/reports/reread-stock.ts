/**
 * Counts that differed are read a second time at the end of a comparison. What that says is kept with the findings
 * before anything is set right, so that a repeat reports the same.
 */
import { chunks } from "../../lib/chunks";
import type { KeptFinding } from "../../domain/reports/reconciliation";
import { levelsOf, shownIn } from "./compare-stock";
import type { ReconcileDeps } from "./reconcile-ports";

/** Listings that are read a second time; what differs of more is corrected by the sweeps of the ledger. */
const MOST_LISTINGS = 300;
const LISTINGS_PER_READ = 100;

/** The findings about counts, each with what the second reading said; differences that stand are set right. */
export async function rereadStock(
  deps: ReconcileDeps,
  found: readonly KeptFinding[],
  startedAt: number,
): Promise<KeptFinding[]> {
  const isDifference = ({ what }: KeptFinding) => what === "store" || what === "channel";
  const open = found.filter((one) => isDifference(one) && one.second === undefined);
  const read = open.length > 0 ? await readAgain(deps, open) : [];
  if (read.length > 0) await deps.findings.replace(read);
  const byKey = new Map(read.map((finding) => [finding.key, finding]));
  const reread = found.map((finding) => byKey.get(finding.key) ?? finding);
  await setRight(
    deps,
    reread.filter((one) => isDifference(one) && one.isRepaired),
    startedAt,
  );
  return reread;
}

/**
 * A quantity moves with a sale that nobody has read yet: it counts as wrong when a second reading, with the orders
 * read in between, shows the same.
 */
async function readAgain(
  deps: ReconcileDeps,
  differing: readonly KeptFinding[],
): Promise<KeptFinding[]> {
  const arePolled = await deps.ledger.readOrdersNow();
  const listingIds = [...new Set(differing.map(listingOf))].slice(0, MOST_LISTINGS);
  const within = differing.filter((finding) => listingIds.includes(listingOf(finding)));
  const shown = await shownAgain(deps, [...new Set(ofKind(within, "channel").map(listingOf))]);
  const levels = await levelsOf(deps, productsOf(ofKind(within, "store")));
  const counts = await deps.ledger.readCounts(listingIds);
  const known = new Map(counts.map((count) => [`sku:${count.channelSkuId}`, count]));
  return differing.map((finding) => {
    if (!within.includes(finding)) return { ...finding, second: "stands" };
    const count = known.get(finding.key);
    if (finding.what === "store") {
      const level = levels.get(variantOf(finding));
      const isWrong = count && !count.isMoving && level !== undefined && level !== count.physical;
      return isWrong
        ? { ...finding, second: "stands", isRepaired: true }
        : { ...finding, second: "moved" };
    }
    const again = shown.get(finding.key.slice("sku:".length));
    const isWrong = count?.state === "sent" && again !== undefined && again !== count.wanted;
    if (!isWrong) return { ...finding, second: "moved" };
    const isRepaired = arePolled && again === finding.facts["shown"];
    return { ...finding, second: "stands", isRepaired };
  });
}

/** Done again by a repeat: counts are read anew, and a quantity that is sent twice is the same one. */
async function setRight(
  deps: ReconcileDeps,
  standing: readonly KeptFinding[],
  startedAt: number,
): Promise<void> {
  const corrections = ofKind(standing, "channel").map(({ key, facts }) => ({
    channelSkuId: key.slice("sku:".length),
    what: "quantity" as const,
    shown: Number(facts["shown"]),
  }));
  if (corrections.length > 0) await deps.ledger.correctOffers(corrections, startedAt);
  const inStore = ofKind(standing, "store");
  if (inStore.length === 0) return;
  const observedAt = deps.now();
  const levels = await levelsOf(deps, productsOf(inStore));
  const observed = inStore.flatMap((finding) => {
    const quantity = levels.get(variantOf(finding));
    const variantId = String(finding.facts["variantId"]);
    return quantity === undefined ? [] : [{ productId: finding.subjectId, variantId, quantity }];
  });
  await deps.ledger.observe(observed, observedAt);
}

const ofKind = (findings: readonly KeptFinding[], kind: "store" | "channel") =>
  findings.filter(({ what }) => what === kind);

const productsOf = (findings: readonly KeptFinding[]) => [
  ...new Set(findings.map(({ subjectId }) => subjectId)),
];

const listingOf = ({ facts }: KeptFinding) => String(facts["listingId"]);

const variantOf = ({ subjectId, facts }: KeptFinding) =>
  `${subjectId}:${String(facts["variantId"])}`;

async function shownAgain(
  { channel, warehouseId }: Pick<ReconcileDeps, "channel" | "warehouseId">,
  listingIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const shown = new Map<string, number>();
  for (const ids of chunks(listingIds, LISTINGS_PER_READ)) {
    const page = await channel.readOffers(ids);
    for (const [sku, count] of shownIn(page.listings, warehouseId)) shown.set(sku, count);
  }
  return shown;
}
