/**
 * What an edit must send back so that the platform does not drop it: a SKU left out of an edit is
 * deleted, a field left out of a full edit or of a SKU is cleared. It reads and sends nothing.
 */
import type { ListingDraft } from "../channel-listing";
import type { RawContent, RawSku } from "./content-shape";
import { picturedOption } from "./product-body";

type EditedSkus = Pick<ListingDraft, "skus" | "retiredSkuIds" | "kept">;
type Body = Record<string, unknown>;

/**
 * SKUs of the draft that have no id yet but are on the listing under our id: an earlier edit whose
 * answer was lost has made them. By our id.
 */
function foundIds(shown: RawContent, { skus }: EditedSkus): ReadonlyMap<string, string> {
  const ids = new Map(shown.skus.map((sku) => [sku.external_sku_id, sku.id]));
  const open = skus.filter(({ channelSkuId }) => !channelSkuId);
  return new Map(open.flatMap(({ externalId }) => pairOf(externalId, ids.get(externalId))));
}

const pairOf = (key: string, id: string | undefined): [string, string][] =>
  key && id ? [[key, id]] : [];

/** The SKUs that an edit neither names nor retires: they belong to somebody else. */
export function foreignSkus(shown: RawContent, edited: EditedSkus): RawSku[] {
  const named = edited.skus.map(({ channelSkuId }) => channelSkuId);
  const retired = edited.retiredSkuIds ?? [];
  const ours = new Set([...named, ...retired, ...foundIds(shown, edited).values()]);
  return shown.skus.filter(({ id }) => !ours.has(id));
}

/**
 * The SKUs of an edit, `bodies` being those of its draft in their order: ours with what they carry
 * besides, then those of others as they are. A SKU without price and stock keeps both.
 */
export function withKept(bodies: readonly Body[], shown: RawContent, edited: EditedSkus): Body[] {
  const known = new Map(shown.skus.map((sku) => [sku.id, sku]));
  const found = foundIds(shown, edited);
  const pictured = picturedOption(edited.skus);
  const own = edited.skus.flatMap(({ channelSkuId, externalId }, index) => {
    const id = channelSkuId ?? found.get(externalId);
    const before = known.get(id ?? "");
    const ours = toOurs(bodies[index] ?? {}, { id, before, pictured, shown }, edited.kept);
    return ours ? [ours] : [];
  });
  const others = foreignSkus(shown, edited).map((sku) => toKeptSku(sku, pictured));
  const all = [...own, ...others];
  if (!edited.kept?.includes("skus")) return all;
  // Nor is their order anybody's but the channel's.
  const placeOf = ({ id }: Body) => shown.skus.findIndex((sku) => sku.id === id);
  return all.toSorted((a, b) => placeOf(a) - placeOf(b));
}

interface Before {
  id: string | undefined;
  before: RawSku | undefined;
  pictured: string | undefined;
  shown: RawContent;
}

/** Undefined: what has gone from a listing whose SKUs are kept is not made anew. */
function toOurs(
  body: Body,
  { id, before, pictured, shown }: Before,
  kept: ListingDraft["kept"] = [],
): Body | undefined {
  const { identifier_code: ours, ...rest } = body;
  const code = kept.includes("barcodes") ? codeOf(before) : ours;
  const coded = code ? { identifier_code: code } : {};
  if (kept.includes("skus")) {
    if (!before) return undefined;
    const { identifier_code: _shown, ...asShown } = toKeptSku(before, pictured);
    return { ...asShown, ...coded };
  }
  const options = kept.includes("optionImages") ? picturedAs(shown, rest) : {};
  return {
    ...(before ? extrasOf(before) : {}),
    ...rest,
    ...options,
    ...coded,
    ...(id ? { id } : {}),
  };
}

const codeOf = (sku: RawSku | undefined) =>
  sku?.identifier_code?.code ? sku.identifier_code : undefined;

/** The options of a SKU's body with the pictures that their values have on the channel. */
function picturedAs(shown: RawContent, { sales_attributes: options }: Body): Body {
  if (!Array.isArray(options)) return {};
  const known = shown.skus.flatMap((sku) => sku.sales_attributes);
  const shownAs = (row: Body) =>
    known.find(
      ({ name, value_name: value, sku_img: picture }) =>
        name === row["name"] && value === row["value_name"] && picture?.uri,
    );
  return {
    sales_attributes: (options as readonly Body[]).map((row) => {
      const before = shownAs(row);
      return before ? { ...row, ...toKeptOption(before, undefined) } : row;
    }),
  };
}

const EXTRAS = [
  "sku_unit_count",
  "external_urls",
  "extra_identifier_codes",
  "pre_sale",
  "list_price",
  "external_list_prices",
  "fees",
] as const;

function extrasOf(sku: RawSku): Body {
  const given = EXTRAS.map((name) => [name, sku[name]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== null && value !== undefined));
}

function toKeptSku(sku: RawSku, pictured: string | undefined): Body {
  const code = codeOf(sku);
  return {
    ...extrasOf(sku),
    id: sku.id,
    ...(sku.seller_sku ? { seller_sku: sku.seller_sku } : {}),
    ...(sku.external_sku_id ? { external_sku_id: sku.external_sku_id } : {}),
    ...(code ? { identifier_code: code } : {}),
    ...(sku.combined_skus.length > 0 ? { combined_skus: sku.combined_skus } : {}),
    ...(sku.sales_attributes.length > 0
      ? { sales_attributes: sku.sales_attributes.map((row) => toKeptOption(row, pictured)) }
      : {}),
  };
}

/**
 * By name, as the SKUs of ours are sent, so that an option is not taken for two; a picture only on
 * the one option that may have pictures.
 */
function toKeptOption(row: RawSku["sales_attributes"][number], pictured: string | undefined): Body {
  const uri = row.sku_img?.uri;
  const extra = row.supplementary_sku_images.map((image) => ({ uri: image.uri }));
  const isPictured = uri && (pictured === undefined || pictured === row.name);
  return {
    ...(row.name ? { name: row.name } : { id: row.id }),
    ...(row.value_name ? { value_name: row.value_name } : { value_id: row.value_id }),
    ...(isPictured ? { sku_img: { uri } } : {}),
    ...(isPictured && extra.length > 0 ? { supplementary_sku_images: extra } : {}),
  };
}

/**
 * Fields of the product that a full edit would clear although the draft says nothing of them: those
 * Weft does not model, a size chart template, and parties and certificates added by hand; the
 * latter within one category, since another one knows other kinds.
 */
export function keptFields(shown: RawContent, categoryId: string): Body {
  const isSameLeaf = shown.category_chains.some(({ id }) => id === categoryId);
  const template = shown.size_chart?.template?.id;
  const body = {
    video: shown.video?.id ? { id: shown.video.id } : undefined,
    is_cod_allowed: shown.is_cod_allowed,
    minimum_order_quantity: shown.minimum_order_quantity,
    is_pre_owned: shown.is_pre_owned,
    shipping_insurance_requirement: shown.shipping_insurance_requirement,
    size_chart: template ? { template: { id: template } } : undefined,
    certifications: isSameLeaf ? notEmpty(shown.certifications.map(toKeptCertificate)) : undefined,
    manufacturer_ids: notEmpty(shown.manufacturer_ids),
    responsible_person_ids: notEmpty(shown.responsible_person_ids),
  };
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined && value !== null),
  );
}

/** Texts and pictures that an edit leaves as the channel shows them. */
export function keptContent(shown: RawContent, kept: ListingDraft["kept"] = []): Body {
  return {
    ...(kept.includes("title") ? { title: shown.title } : {}),
    ...(kept.includes("description") ? { description: shown.description } : {}),
    ...(kept.includes("images")
      ? { main_images: shown.main_images.map(({ uri }) => ({ uri })) }
      : {}),
  };
}

const notEmpty = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined);

function toKeptCertificate(row: RawContent["certifications"][number]): Body {
  return {
    id: row.id,
    ...(row.images.length > 0 ? { images: row.images.map(({ uri }) => ({ uri })) } : {}),
    ...(row.files.length > 0 ? { files: row.files } : {}),
    ...(row.expiration_date ? { expiration_date: row.expiration_date } : {}),
  };
}
