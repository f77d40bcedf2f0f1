import type { ConnectionDetail } from "../../../src/contract/connections";
import { useHashScroll } from "../../shell/use-hash-scroll";
import { CarrierSettings } from "./carrier-settings";
import { DangerSettings } from "./danger-settings";
import { OrderHandling } from "./order-handling";
import { ModuleSettings } from "./module-settings";

/** What stands below the fold of the settings. */
export default function LastSettings({ detail }: { detail: ConnectionDetail }) {
  useHashScroll(["order-handling", "carriers", "webhook", "export"]);
  return (
    <>
      <OrderHandling detail={detail} />
      <CarrierSettings detail={detail} />
      <ModuleSettings detail={detail} />
      <DangerSettings detail={detail} />
    </>
  );
}
