/** The words of the list of connections and of what stands above their pages. */
import { connections } from "../../src/i18n/en/ui/connections";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ connections });
