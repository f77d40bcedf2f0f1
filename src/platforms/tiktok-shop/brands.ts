import * as z from "zod";
import type { BrandPage } from "../channel";
import { CATEGORY_VERSION } from "./categories";
import { request, type Session } from "./request";
import { looseText, readableList } from "./shapes";

/** What a person choosing by name looks at first; the platform's own maximum is 100. */
const PAGE_SIZE = "50";

const BrandsAnswer = z.object({
  brands: readableList(
    z.object({
      id: z.string().min(1),
      name: looseText,
      authorized_status: looseText,
      brand_status: looseText,
    }),
  ),
  next_page_token: looseText,
});

/**
 * A page of brands of this name that may be put on a listing, those the seller is authorised for first.
 * "Not authorised" is misspelt on the wire (UNAUTHORIEZD), so only AUTHORIZED is recognised.
 */
export async function listBrands(
  session: Session,
  categoryId: string | undefined,
  name: string,
  cursor?: string,
): Promise<BrandPage> {
  const { brands, next_page_token: next } = await request(
    session,
    {
      method: "GET",
      path: "/product/202309/brands",
      query: {
        page_size: PAGE_SIZE,
        ...(cursor ? { page_token: cursor } : {}),
        ...(name ? { brand_name: name } : {}),
        ...(categoryId ? { category_id: categoryId, category_version: CATEGORY_VERSION } : {}),
      },
    },
    BrandsAnswer,
  );
  const usable = brands
    .filter((row) => row.brand_status !== "UNAVAILABLE")
    .map((row) => ({
      id: row.id,
      name: row.name,
      isAuthorized: row.authorized_status === "AUTHORIZED",
    }))
    .toSorted((a, b) => Number(b.isAuthorized) - Number(a.isAuthorized));
  return { brands: usable, ...(next ? { next } : {}) };
}
