import type { OrderDetail } from "../../src/contract/orders";
import { useApp } from "../shell/app";
import { Button } from "../ui/button";
import { t } from "./archive-texts";
import { supportData } from "./support-data";

/** Copies what Weft knows of an order, its buyer left out. */
export default function SupportButton({ order }: { order: OrderDetail }) {
  const { say } = useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(supportData(order));
      say(t("archive.supportCopied"));
    } catch {
      say(t("archive.supportRefused"));
    }
  };
  return (
    <Button isSmall variant="quiet" onClick={() => void copy()}>
      {t("archive.support")}
    </Button>
  );
}
