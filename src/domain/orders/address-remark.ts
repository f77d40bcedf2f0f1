/**
 * What a store's order cannot show of an address as the buyer typed it, so that the person who packs the
 * parcel knows. `hidden`: the channel shows a part of it only. `moved`: the field of the store has no space for
 * it, has none or refuses its signs, so it stands whole in the address's other information and in the order's note.
 */
export const ADDRESS_PARTS = [
  "name",
  "street",
  "city",
  "state",
  "postcode",
  "phone",
  "dropOff",
] as const;
export type AddressPart = (typeof ADDRESS_PARTS)[number];

export const REMARK_KINDS = ["hidden", "moved"] as const;

export interface AddressRemark {
  part: AddressPart;
  kind: (typeof REMARK_KINDS)[number];
}
