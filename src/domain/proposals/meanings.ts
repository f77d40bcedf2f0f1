/**
 * What words of shops mean the same, over languages: "Baumwolle" is what a channel calls "Cotton". Longer ones hide the
 * shorter ones in them: "faux leather" is no leather.
 */
import { LIVING } from "./meanings-living";
import { MATERIALS } from "./meanings-materials";
import { WEAR } from "./meanings-wear";
import type { Subject } from "./subject-names";

/** By subject; each line is one meaning, its words parted by a bar. */
export const MEANINGS: Readonly<Record<Subject, readonly (readonly string[])[]>> =
  Object.fromEntries(
    Object.entries({ ...MATERIALS, ...WEAR, ...LIVING }).map(([subject, text]) => [
      subject,
      text
        .trim()
        .split("\n")
        .map((line) => line.trim().split("|")),
    ]),
  ) as Record<Subject, string[][]>;
