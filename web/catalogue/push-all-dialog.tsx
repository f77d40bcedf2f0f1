import { t } from "./dialog-texts";
import { useConnection } from "../connections/connection";
import { useProblemTexts } from "../i18n/problems";
import { reasonLabel } from "../problems/reason-label";
import { Notice } from "../ui/notice";
import { CountDialog, type Counted, type CountDialogProps } from "./count-dialog";

export function PushAllDialog(props: CountDialogProps) {
  return (
    <CountDialog
      {...props}
      title={t("pushAll.title")}
      text={(count) => t("pushAll.text", { count })}
      note={({ hidden }) => (hidden > 0 ? t("pushAll.hidden", { count: hidden }) : "")}
      confirm={(count) => t("pushAll.confirm", { count })}
      more={(counted) => (
        <>
          {counted.stopped > 0 && <Stopped {...counted} onClose={props.onClose} />}
          {counted.unchecked > 0 && (
            <Notice tone="info" title={t("pushAll.unchecked", { count: counted.unchecked })} />
          )}
        </>
      )}
    />
  );
}

/** How many can go now, and what stops the others: each reason leads to its products. */
function Stopped({
  count,
  stopped,
  unchecked,
  reasons,
  onClose,
}: Counted & { onClose: () => void }) {
  const { base } = useConnection();
  const isSpoken = useProblemTexts(true);
  return (
    <Notice tone="warn" title={t("pushAll.ready", { ready: count - stopped - unchecked, count })}>
      <p>{t("pushAll.stopped", { count: stopped })}</p>
      {isSpoken && (
        <ul>
          {reasons.map(({ code, count: products }) => (
            <li key={code}>
              <a href={`${base}/products?reason=${encodeURIComponent(code)}`} onClick={onClose}>
                {t("pushAll.reason", { reason: reasonLabel(code), count: products })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
