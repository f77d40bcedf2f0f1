/** The messages that every page has; what the pages of a folder have besides is in its `texts.ts`. */
import { speaking } from "./speaking";

export const { t, tValue } = speaking({});
