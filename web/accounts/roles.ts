import { ROLES } from "../../src/domain/accounts/role";
import { t } from "./texts";

/** What a person may be, as a list to choose from. */
export const roleChoices = () =>
  ROLES.map((value) => ({ value, label: t(`people.role.${value}`) }));
