import type { Oversold } from "../../../src/contract/oversold";

export const oversoldNews: Oversold;
