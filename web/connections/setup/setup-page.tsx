import { useEffect, useLayoutEffect } from "preact/hooks";
import { useModel } from "@preact/signals";
import { useLocation } from "preact-iso/router";
import type { ConnectionDetail } from "../../../src/contract/connections";
import AuthorizationNotice from "../authorization-notice";
import { ChannelStep } from "./channel-step";
import { MembersOnly } from "../../shell/guard";
import { ShopStep } from "./shop-step";
import { Stepper } from "./stepper";
import { StoreStep } from "./store-step";
import { TopShell } from "../../shell/top-shell";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import { ConnectionModel } from "../connection";
import { withQuery } from "../../data/with-query";
import { isDeadLink } from "../../problems/is-dead-link";
import { openStep, WIZARD_STEPS, type WizardStep } from "./wizard";
import { LinkButton } from "../../ui/button";
import { PageHead } from "../../ui/page";
import { RenameStep } from "./rename-step";
import { Loaded } from "../../data/loaded";

/** Steps 2 to 4 of the wizard; the server knows the step, so a reload loses nothing. */
export default function Setup({ params }: { params: { id: string } }) {
  return (
    <MembersOnly>
      <SetupOf key={params.id} id={params.id} />
    </MembersOnly>
  );
}

function SetupOf({ id }: { id: string }) {
  const { client } = useApp();
  const model = useModel(() => new ConnectionModel(client, id));
  useLayoutEffect(() => void model.detail.reload(), [model]);
  const error = model.detail.value.value === null ? model.detail.error.value : null;
  return (
    <TopShell isNarrow>
      {error && <PageHead title={t(isDeadLink(error) ? "common.notFound" : "wizard.title")} />}
      <Loaded resource={model.detail}>
        {(detail) => <SetupSteps detail={detail} model={model} />}
      </Loaded>
    </TopShell>
  );
}

interface SetupStepsProps {
  detail: ConnectionDetail;
  model: InstanceType<typeof ConnectionModel>;
}

/**
 * Where a connection that is set up goes on. An authorisation that failed is
 * shown where the next try is made.
 */
function afterSetup(base: string, { authorization, code }: Record<string, string | undefined>) {
  const isUndone = authorization !== undefined && authorization !== "done";
  return withQuery(isUndone ? `${base}/settings` : base, { authorization, code });
}

function SetupSteps({ detail, model }: SetupStepsProps) {
  const { query, route } = useLocation();
  const base = `/connections/${detail.id}`;
  const step = openStep(detail, query["step"]);
  useEffect(() => {
    if (step === "done") route(afterSetup(base, query), true);
  }, [step]);
  // Asked for by name, the store step stays when its check by hand succeeds: the module is offered there.
  const isUnnamed = step === "store" && query["step"] !== "store";
  useEffect(() => {
    if (isUnnamed) route(withQuery(`${base}/setup`, { ...query, step: "store" }), true);
  }, [isUnnamed]);
  if (step === "done") return null;
  const hrefOf = (one: WizardStep) => `${base}/setup?step=${one}`;
  const before = WIZARD_STEPS[WIZARD_STEPS.indexOf(step) - 1];
  const goOn = () => route(`${base}/setup`);
  return (
    <>
      <PageHead
        title={detail.name}
        subtitle={t("wizard.title")}
        crumb={{ label: t("nav.connections"), href: "/connections" }}
      />
      <Stepper current={step} hasShopStep={detail.setupStep === "shop"} hrefOf={hrefOf} />
      <AuthorizationNotice outcome={query["authorization"]} code={query["code"]} />
      {step === "name" && <RenameStep detail={detail} model={model} onDone={goOn} />}
      {step === "store" && <StoreStep detail={detail} model={model} onDone={goOn} />}
      {step === "channel" && <ChannelStep detail={detail} model={model} />}
      {step === "shop" && <ShopStep detail={detail} model={model} />}
      {before && (
        <div>
          <LinkButton variant="quiet" href={hrefOf(before)}>
            {t("wizard.back")}
          </LinkButton>
        </div>
      )}
    </>
  );
}
