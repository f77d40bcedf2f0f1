import { t } from "../i18n/t";
import { useConnection } from "../connections/connection";
import { LinkButton } from "../ui/button";
import { PageHead } from "../ui/page";

export default function NotHere() {
  const { base } = useConnection();
  return (
    <>
      <PageHead title={t("common.notFound")} subtitle={t("common.notFoundText")} />
      <div>
        <LinkButton variant="primary" href={base}>
          {t("nav.home")}
        </LinkButton>
      </div>
    </>
  );
}
