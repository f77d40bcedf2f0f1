import { TopShell } from "./top-shell";
import { t } from "../i18n/t";
import { LinkButton } from "../ui/button";
import { PageHead } from "../ui/page";

export default function NotFound() {
  return (
    <TopShell isNarrow>
      <PageHead title={t("common.notFound")} subtitle={t("common.notFoundText")} />
      <div>
        <LinkButton variant="primary" href="/connections">
          {t("common.toConnections")}
        </LinkButton>
      </div>
    </TopShell>
  );
}
