import { useSignal } from "@preact/signals";
import { Button } from "../ui/button";
import { Card } from "../ui/page";
import type { ParcelsProps } from "./pack";
import { PackForm } from "./pack-form";
import { t } from "./parcel-texts";

/** The parcels of an order that has several, and the way to pack it into several. */
export default function ParcelsCard({ order, model }: ParcelsProps) {
  const isOpen = useSignal(false);
  const { parcels, shipping } = order;
  return (
    <Card title={t("parcels.title")}>
      {parcels.length > 0 && (
        <ul class="plain-list">
          {parcels.map(({ packageId, trackingNumber, lineIds }) => (
            <li key={`${packageId} ${trackingNumber}`}>
              {t("parcels.sent", { number: trackingNumber, count: lineIds.length })}
            </li>
          ))}
        </ul>
      )}
      {shipping.canPack && !isOpen.value && (
        <div>
          <Button onClick={() => (isOpen.value = true)}>{t("parcels.open")}</Button>
        </div>
      )}
      {shipping.canPack && isOpen.value && <PackForm order={order} model={model} />}
    </Card>
  );
}
