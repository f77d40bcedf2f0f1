import { useEffect, useMemo, useRef } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { ConnectionDetail } from "../../../src/contract/connections";
import { AdminAddress } from "./admin-address";
import { ChannelSettings } from "./channel-settings";
import { NameSettings } from "./name-settings";
import { OrderSettings } from "./order-settings";
import { PackageSettings } from "./package-settings";
import { ReadingSettings } from "./reading-settings";
import { SaveBar } from "./save-bar";
import { newUnsavedForms, UnsavedContext } from "./unsaved";
import { StockSettings } from "./stock-settings";
import { StoreMove } from "./store-move";
import { TrafficSettings } from "./traffic-settings";
import AuthorizationNotice from "../authorization-notice";
import { StoreForm, StoreHelp } from "../setup/store-form";
import { later } from "../../shell/later";
import { useCurrentSection } from "../../shell/use-current-section";
import { useHashScroll } from "../../shell/use-hash-scroll";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import { useConnection } from "../connection";
import { Card, PageHead } from "../../ui/page";
import { Loaded } from "../../data/loaded";
import "../../ui/indexed.css";
import "./settings-page.css";

const PartySettings = later(() => import("./party-settings"));
const RuleSections = later(() => import("./rule-sections"));
const LastSettings = later(() => import("./last-settings"));

const SECTIONS = [
  "connection",
  "store",
  "channel",
  "package",
  "parties",
  "reading",
  "stock",
  "stockRule",
  "lowStock",
  "prices",
  "rules",
  "traffic",
  "orders",
  "carriers",
  "webhook",
  "export",
] as const;

export default function Settings() {
  const { detail } = useConnection();
  const { query } = useLocation();
  const forms = useMemo(newUnsavedForms, []);
  return (
    <UnsavedContext.Provider value={forms}>
      <PageHead title={t("settings.title")} />
      <AuthorizationNotice outcome={query["authorization"]} code={query["code"]} />
      <div class="indexed">
        <SectionIndex />
        <div class="stack-loose">
          <Loaded resource={detail}>{(value) => <SettingsSections detail={value} />}</Loaded>
          <SaveBar forms={forms} />
        </div>
      </div>
    </UnsavedContext.Provider>
  );
}

/** The table of contents, which stays in view and marks what is read. */
function SectionIndex() {
  const current = useCurrentSection(SECTIONS);
  const nav = useRef<HTMLElement>(null);
  // On a narrow screen the contents are one line, which follows.
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (link) nav.current?.scrollTo({ left: link.offsetLeft - nav.current.clientWidth / 3 });
  }, [current]);
  return (
    <nav ref={nav} class="index" aria-label={t("settings.on")}>
      {SECTIONS.map((section) => (
        <a
          key={section}
          href={`#${section}`}
          aria-current={section === current ? "location" : undefined}
        >
          {t(`settings.${section}`)}
        </a>
      ))}
    </nav>
  );
}

function SettingsSections({ detail }: { detail: ConnectionDetail }) {
  const { model } = useConnection();
  const { say } = useApp();
  useHashScroll();
  return (
    <>
      <NameSettings detail={detail} />
      <Card title={t("settings.store")} id="store">
        <StoreMove detail={detail} />
        <StoreForm
          detail={detail}
          model={model}
          submitLabel={t("settings.saveStore")}
          onChecked={() => say(t("common.saved"))}
        />
        <StoreHelp />
        <hr />
        <AdminAddress detail={detail} />
      </Card>
      <ChannelSettings detail={detail} />
      <PackageSettings detail={detail} />
      <PartySettings detail={detail} />
      <ReadingSettings detail={detail} />
      <StockSettings detail={detail} />
      <RuleSections detail={detail} />
      <TrafficSettings detail={detail} />
      <OrderSettings detail={detail} />
      <LastSettings detail={detail} />
    </>
  );
}
