/** Where histories begin: the system, and the merchants with what they have on sale. */
import type { Baseline, Notes } from "./notes";
import { openParticipants, type Participants, type SkuLink } from "./participants";
import type { Person } from "./start";
import type { System } from "./system";

/** A merchant with what is on sale and how things are at the start of each history. */
export interface Merchant {
  person: Person;
  links: readonly SkuLink[];
  baseline: Baseline;
  /** What was noted up to the start of each history. */
  notes: Notes;
}

export interface Playground {
  system: System;
  /** One, or two who know nothing of each other. */
  merchants: readonly Merchant[];
}

export const openPeople = ({ system, merchants }: Playground): Participants[] =>
  merchants.map(({ person, links, baseline, notes }) =>
    openParticipants(system, person, links, baseline, structuredClone(notes)),
  );
