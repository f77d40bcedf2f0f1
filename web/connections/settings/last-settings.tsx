import type { ConnectionDetail } from "../../../src/contract/connections";
import { useHashScroll } from "../../shell/use-hash-scroll";
import { DangerSettings } from "./danger-settings";
import { ModuleSettings } from "./module-settings";

/** What stands below the fold of the settings. */
export default function LastSettings({ detail }: { detail: ConnectionDetail }) {
  useHashScroll(["webhook", "export"]);
  return (
    <>
      <ModuleSettings detail={detail} />
      <DangerSettings detail={detail} />
    </>
  );
}
