/** What a rule of prices would change of what is listed. It reads what is known, asks no shop and saves nothing. */
import { channelPrice } from "../../domain/listings/priced-product";
import { priceRuleOf, type OwnPrice, type PriceRule } from "../../domain/stock/price-rule";

interface Priced {
  productId: string;
  name: string;
  currency: string;
  own: OwnPrice | null;
  /** False: its price is the channel's, which no rule changes. */
  isSent: boolean;
  variants: readonly { sku: string; priceMinor: number; listPriceMinor: number }[];
}

export interface PreviewDeps {
  /** Listed products behind `after`, by id. */
  list(after: string, limit: number): Promise<readonly Priced[]>;
}

interface Changed {
  productId: string;
  name: string;
  sku: string;
  storeMinor: number;
  nowMinor: number;
  thenMinor: number;
}

interface Preview {
  count: number;
  /** Products whose price comes from the store. */
  of: number;
  isMore: boolean;
  rows: Changed[];
  /** "" where nothing is listed. */
  currency: string;
}

const PER_READ = 500;
const MOST_READ = 4 * PER_READ;
const MOST_SHOWN = 20;

/** A product is shown by the first of its variants whose price would change. */
export async function previewPrices(
  deps: PreviewDeps,
  standing: PriceRule | null,
  tried: PriceRule | null,
): Promise<Preview> {
  const preview: Preview = { count: 0, of: 0, isMore: false, rows: [], currency: "" };
  let after = "";
  for (let read = 0; read < MOST_READ; read += PER_READ) {
    const page = await deps.list(after, PER_READ);
    for (const product of page) {
      if (!product.isSent) continue;
      preview.of += 1;
      preview.currency = product.currency;
      const changed = firstChanged(product, standing, tried);
      if (!changed) continue;
      preview.count += 1;
      if (preview.rows.length < MOST_SHOWN) preview.rows.push(changed);
    }
    if (page.length < PER_READ) return preview;
    after = page.at(-1)?.productId ?? after;
  }
  return { ...preview, isMore: true };
}

function firstChanged(
  { productId, name, currency, own, variants }: Priced,
  standing: PriceRule | null,
  tried: PriceRule | null,
): Changed | undefined {
  for (const variant of variants) {
    const { sku, priceMinor: storeMinor } = variant;
    const nowMinor = channelPrice(variant, priceRuleOf(own, standing), currency);
    const thenMinor = channelPrice(variant, priceRuleOf(own, tried), currency);
    if (nowMinor !== thenMinor) return { productId, name, sku, storeMinor, nowMinor, thenMinor };
  }
  return undefined;
}
