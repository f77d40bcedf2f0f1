/** The words of the set-up. */
import { connections } from "../../../src/i18n/en/ui/connections";
import { help } from "../../../src/i18n/en/ui/help";
import { wizard } from "../../../src/i18n/en/ui/wizard";
import { speaking } from "../../i18n/speaking";

export const { t, tValue } = speaking({ connections, help, wizard });
