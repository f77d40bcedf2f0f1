import type { ComponentChildren } from "preact";
import { t } from "./texts";
import { LinkButton } from "../../ui/button";
import "./module-steps.css";

/** Written by the build; test/scripts holds its content to the wire format. */
const MODULE_HREF = "/downloads/weft-prestashop.zip";

interface ModuleStepsProps {
  /** What the merchant pastes. */
  address: ComponentChildren;
  /** The page's next thing to do. */
  isPrimary?: boolean;
}

/** The steps that connect a store by its module. */
export function ModuleSteps({ address, isPrimary = false }: ModuleStepsProps) {
  return (
    <ol class="numbered module-steps">
      <li>
        <p>{t("wizard.moduleInstall")}</p>
        <div>
          <LinkButton variant={isPrimary ? "primary" : "secondary"} href={MODULE_HREF} download>
            {t("wizard.moduleDownload")}
          </LinkButton>
        </div>
      </li>
      <li>
        <p>{t("wizard.modulePaste")}</p>
        {address}
      </li>
      <li>
        <p>{t("wizard.moduleConnect")}</p>
      </li>
    </ol>
  );
}
