/** An order as the store computes it, with its tax per rate. Pure. */
import { spreadMinor } from "../../../domain/money";
import type { OrderFigures, TaxFigure } from "../../../domain/orders/order-figures";
import { taxFactor, taxPercent } from "../tax-factor";
import type { OrderRow } from "./order-row";

/** What of an order is asked for its figures. */
export type FiguredOrder = Omit<OrderRow, "rows"> & {
  rows: readonly Pick<OrderRow["rows"][number], "quantity" | "unitGross" | "unitNet">[];
};

/** What is taxed at one rate: with and without the tax. */
interface TaxGroup {
  grossMinor: number;
  netMinor: number;
}

const MICROS = 1_000_000;

/**
 * The totals are the store's own. Their taxes are told apart by the rates of the rows; a discount
 * lowers each rate in proportion, as the store's invoice does, and shipping has the carrier's rate.
 */
export function toFigures(order: FiguredOrder): OrderFigures {
  const { productsMinor, shippingMinor, discountMinor, totalMinor } = order;
  const groups = groupRows(order);
  if (shippingMinor > 0) {
    const rate = Number(order.carrierTaxRate).toFixed(3);
    addTo(groups, rate, { grossMinor: shippingMinor, netMinor: order.shippingNetMinor });
  }
  const taxes = [...groups]
    .map(([rate, { grossMinor, netMinor }]): TaxFigure => ({
      rate,
      netMinor,
      taxMinor: grossMinor - netMinor,
    }))
    .filter(({ netMinor, taxMinor }) => netMinor !== 0 || taxMinor !== 0)
    .toSorted((a, b) => Number(b.rate) - Number(a.rate));
  return { productsMinor, shippingMinor, discountMinor, totalMinor, taxes };
}

/**
 * The goods by rate, less the discount; every cent of the order's totals is in one of the groups.
 */
function groupRows(order: FiguredOrder): Map<string, TaxGroup> {
  const groups = new Map<string, TaxGroup>();
  const { rows } = order;
  const gross = rows.map((row) => Math.round(row.unitGross * row.quantity * MICROS));
  const net = rows.map((row) => Math.round(row.unitNet * row.quantity * MICROS));
  const grossParts = spreadMinor(order.productsMinor - order.discountMinor, gross);
  const netParts = spreadMinor(order.productsNetMinor - order.discountNetMinor, net);
  for (const [index, row] of rows.entries())
    addTo(groups, taxPercent(taxFactor(row.unitNet, row.unitGross)), {
      grossMinor: grossParts[index] ?? 0,
      netMinor: netParts[index] ?? 0,
    });
  return groups;
}

function addTo(groups: Map<string, TaxGroup>, rate: string, part: TaxGroup): void {
  const known = groups.get(rate);
  groups.set(rate, {
    grossMinor: (known?.grossMinor ?? 0) + part.grossMinor,
    netMinor: (known?.netMinor ?? 0) + part.netMinor,
  });
}
