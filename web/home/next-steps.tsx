import { t } from "./texts";
import type { NextStep } from "./home";
import { LinkButton } from "../ui/button";
import { Icon } from "../ui/icon";
import { Card } from "../ui/page";
import "./next-steps.css";

/** The way to the first order; only the next open step has a button. */
export function NextSteps({ steps, base }: { steps: readonly NextStep[]; base: string }) {
  const now = steps.find((step) => !step.isDone);
  return (
    <Card title={t("home.next")}>
      <p class="soft">{t("home.nextText")}</p>
      <ol class="next-steps">
        {steps.map((step, index) => (
          <li key={step.key} class={step.isDone ? "next-step next-step-done" : "next-step"}>
            <span class="step-number" aria-hidden="true">
              {step.isDone ? <Icon name="check" /> : index + 1}
            </span>
            <span>
              {t(`home.step.${step.key}`)}
              {step.isDone && <span class="visually-hidden"> ({t("home.step.done")})</span>}
            </span>
            {step === now && step.key !== "orders" && (
              <LinkButton
                variant="primary"
                isSmall
                href={base + step.path}
                label={`${t("home.step.do")}: ${t(`home.step.${step.key}`)}`}
              >
                {t("home.step.do")}
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
