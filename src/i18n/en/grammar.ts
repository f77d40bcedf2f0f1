import { createGrammar } from "../base/grammar";

export const { plural, list } = createGrammar("en");
