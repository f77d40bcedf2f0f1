/** Calls about one connection that several tests of the HTTP side make, and what they answer. */
import type { ConnectionDetail } from "../../src/contract/connections";
import type { Person } from "./http-harness";

/** The body of a refused call. */
export interface Refused {
  error: { code: string; facts: Record<string, unknown> };
}

/** A seller account with two shops. */
export const TWO_SHOPS = {
  tiktok: { sellers: [{ name: "Twin", label: "Twin Seller", regions: ["GB", "DE"] }] },
};

export const createConnection = <T = ConnectionDetail>(person: Person, name: string) =>
  person.send<T>("POST", "/api/connections", {
    name,
    source: "prestashop",
    channel: "tiktok-shop",
  });

export const detailOf = async (person: Person, id: string) =>
  (await person.send<ConnectionDetail>("GET", `/api/connections/${id}`)).body;
