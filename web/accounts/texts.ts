/** The words of signing in and of a person's own account. */
import { account } from "../../src/i18n/en/ui/account";
import { speaking } from "../i18n/speaking";

export const { t, tValue } = speaking({ account });
