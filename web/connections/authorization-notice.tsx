import { t } from "./texts";
import { Notice } from "../ui/notice";
import { ProblemNotice } from "../problems/problem-notice";

interface AuthorizationNoticeProps {
  outcome: string | undefined;
  /** Why it failed, where TikTok or Weft said so. */
  code?: string | undefined;
}

const OUTCOMES: Readonly<
  Record<string, "refused" | "mismatch" | "taken" | "noShop" | "wrongShop">
> = {
  refused: "refused",
  mismatch: "mismatch",
  state_mismatch: "mismatch",
  no_state: "mismatch",
  taken: "taken",
  no_shop: "noShop",
  wrong_shop: "wrongShop",
};

/** What came of the trip to TikTok, as the address says on the way back. */
export default function AuthorizationNotice({ outcome, code }: AuthorizationNoticeProps) {
  if (!outcome) return null;
  if (outcome === "done") return <Notice tone="good" title={t("wizard.authorizedTitle")} isLive />;
  const known = OUTCOMES[outcome];
  if (known)
    return (
      <Notice tone="warn" title={t(`wizard.${known}Title`)} isLive>
        <p>{t(`wizard.${known}Text`)}</p>
      </Notice>
    );
  return (
    <>
      <Notice tone="bad" title={t("wizard.failedTitle")} isLive>
        <p>{t("wizard.failedText")}</p>
      </Notice>
      {code && <ProblemNotice reason={{ code, facts: {} }} />}
    </>
  );
}
