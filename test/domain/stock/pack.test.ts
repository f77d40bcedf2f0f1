import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relatedTo, reservedInPacks, type Pack } from "../../../src/domain/stock/pack";
import type { VariantLink } from "../../../src/domain/orders/order-draft";

const link = (productId: string, variantId = "0"): VariantLink => ({ productId, variantId });
const nameOf = ({ productId, variantId }: VariantLink) => `${productId}/${variantId}`;

const POSTER = link("5", "19");
const MUG = link("7");
const SET: Pack = {
  productId: "15",
  countsOwn: false,
  parts: [
    { ...POSTER, units: 5 },
    { ...MUG, units: 2 },
  ],
};
const PAIR: Pack = { productId: "16", countsOwn: false, parts: [{ ...MUG, units: 1 }] };

/** Units counted, and promised to orders the store does not know, by "product/variant". */
interface World {
  packs: readonly Pack[];
  counts: Record<string, number>;
  promised: Record<string, number>;
}

const countOf = ({ packs, counts }: World, key: VariantLink): number => {
  const pack = packs.find(({ productId }) => productId === key.productId);
  if (!pack) return counts[nameOf(key)] ?? 0;
  const whole = pack.parts.map((part) => Math.floor((counts[nameOf(part)] ?? 0) / part.units));
  return Math.min(...whole);
};

const freeOf = (world: World, key: VariantLink): number => {
  const physical = countOf(world, key);
  const reserved = reservedInPacks(world.packs, key, physical, {
    physicalOf: (of) => world.counts[nameOf(of)],
    reservedOf: (of) => world.promised[nameOf(of)] ?? 0,
  });
  return Math.max(0, physical - reserved);
};

describe("what packs and their parts may be offered", () => {
  it("is what is left when every promise is kept, and never more", () => {
    const units = fc.nat(40);
    fc.assert(
      fc.property(units, units, fc.nat(3), fc.nat(9), fc.nat(9), fc.nat(9), (...given) => {
        const [posters, mugs, sets, pairs, promisedPosters, promisedMugs] = given;
        const world = {
          packs: [SET, PAIR],
          counts: { "5/19": posters, "7/0": mugs },
          promised: { "15/0": sets, "16/0": pairs, "5/19": promisedPosters, "7/0": promisedMugs },
        };
        const postersLeft = posters - promisedPosters - 5 * sets;
        const mugsLeft = mugs - promisedMugs - 2 * sets - pairs;
        expect(freeOf(world, POSTER)).toBe(Math.max(0, postersLeft));
        expect(freeOf(world, MUG)).toBe(Math.max(0, mugsLeft));
        const setsLeft = Math.min(Math.floor(postersLeft / 5), Math.floor(mugsLeft / 2));
        expect(freeOf(world, link("15"))).toBe(Math.max(0, setsLeft));
        expect(freeOf(world, link("16"))).toBe(Math.max(0, mugsLeft));
      }),
    );
  });

  it("errs to the safe side where a part was never counted", () => {
    const known = {
      physicalOf: () => undefined,
      reservedOf: (of: VariantLink) => (nameOf(of) === "5/19" ? 6 : 0),
    };
    expect(reservedInPacks([SET], link("15"), 4, known)).toBe(2);
  });

  it("is bound by the packs a variant is in, by its parts, and by their other packs", () => {
    const related = (key: VariantLink) => relatedTo([SET, PAIR], key).map(nameOf).toSorted();
    expect(related(MUG)).toEqual(["15/0", "16/0"]);
    expect(related(link("15"))).toEqual(["16/0", "5/19", "7/0"]);
    expect(related(link("5", "20"))).toEqual([]);
  });
});
