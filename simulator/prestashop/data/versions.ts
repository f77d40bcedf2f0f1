// Where the versions behave differently beyond which fields they have.
import type { Flavour } from "./schema";

export const is17 = (flavour: Flavour): boolean => flavour.startsWith("1.7.");
export const is9 = (flavour: Flavour): boolean => flavour.startsWith("9.");
