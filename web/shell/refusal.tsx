import type { Reason } from "../../src/contract/api";
import { problemText } from "../i18n/problems";
import { t } from "../i18n/t";
import { Notice } from "../ui/notice";

/** Why a form was refused; every missing permission is listed on its own. */
export function Refusal({ reason }: { reason: Reason | null }) {
  if (!reason) return null;
  const words = problemText(reason);
  const missing = reason.facts["missing"];
  const isList = reason.code === "prestashop.permission_missing" && Array.isArray(missing);
  return (
    <Notice tone="bad" title={isList ? t("wizard.missing") : words.what} isLive>
      {isList && (
        <ul class="plain-list">
          {missing.map((one) => (
            <li key={String(one)}>
              <code>{String(one)}</code>
            </li>
          ))}
        </ul>
      )}
      <p>{words.act}</p>
      {words.raw && <code class="small">{words.raw}</code>}
    </Notice>
  );
}
