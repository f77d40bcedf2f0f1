/** Parties that are chosen and that TikTok Shop no longer lists: they can still be taken away. Pure. */
import type { Party } from "../../src/contract/parties";

/** One that is gone has its id alone. */
type ShownParty = Pick<Party, "id"> & Partial<Pick<Party, "name" | "address" | "phone">>;

/** Where a party is found; of one that is gone its id. */
export const whereabouts = ({ id, address, phone }: ShownParty): string =>
  [address, phone].filter(Boolean).join(" · ") || id;

export const withGone = (parties: readonly Party[], ids: readonly string[]): ShownParty[] => [
  ...parties,
  ...ids.filter((id) => parties.every((one) => one.id !== id)).map((id) => ({ id })),
];
