import { t } from "./texts";
import { WIZARD_STEPS, type WizardStep } from "./wizard";
import { Icon } from "../../ui/icon";
import "./stepper.css";

interface StepperProps {
  current: WizardStep;
  hasShopStep: boolean;
  hrefOf: (step: WizardStep) => string | undefined;
}

/** Where one is in the wizard; steps behind are links back. */
export function Stepper({ current, hasShopStep, hrefOf }: StepperProps) {
  const steps = WIZARD_STEPS.filter((step) => step !== "shop" || hasShopStep);
  const now = steps.indexOf(current);
  return (
    <nav aria-label={t("wizard.steps")}>
      <ol class="stepper">
        {steps.map((step, index) => {
          const isDone = index < now;
          const href = isDone ? hrefOf(step) : undefined;
          const label = t(`wizard.step.${step}`);
          return (
            <li
              key={step}
              class={isDone ? "step step-done" : "step"}
              aria-current={index === now ? "step" : undefined}
            >
              <span class="step-number" aria-hidden="true">
                {isDone ? <Icon name="check" /> : index + 1}
              </span>
              {href ? <a href={href}>{label}</a> : <span>{label}</span>}
              {isDone && <span class="visually-hidden">({t("wizard.step.done")})</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
