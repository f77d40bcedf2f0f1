import { OFFERED_PERMISSIONS } from "../../../src/domain/connections/store-permissions";
import { t } from "./texts";
import { Icon } from "../../ui/icon";

const VERBS = [
  { verb: "GET", key: "wizard.view" },
  { verb: "POST", key: "wizard.add" },
  { verb: "PATCH", key: "wizard.edit" },
] as const;

/** The boxes to tick for the webservice key, laid out like PrestaShop's own page. */
export default function PermissionTable() {
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={t("wizard.permissions")}>
      <table class="table table-dense">
        <caption class="visually-hidden">{t("wizard.permissions")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("wizard.resource")}</th>
            {VERBS.map(({ verb, key }) => (
              <th key={verb} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(OFFERED_PERMISSIONS).map(([resource, verbs]) => (
            <tr key={resource}>
              <th scope="row">
                <code>{resource}</code>
              </th>
              {VERBS.map(({ verb }) => (
                <td key={verb}>
                  {verbs.includes(verb) && <Icon name="check" />}
                  <span class="visually-hidden">
                    {verbs.includes(verb) ? t("wizard.needed") : t("wizard.notNeeded")}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
