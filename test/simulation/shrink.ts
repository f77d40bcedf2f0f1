/** The shortest history that still breaks the same rule: steps, faults and pauses are left out one by one. */
import type { Step, History } from "./history";

/** `isBroken`: whether a history still breaks the rule. Asks it at most `most` times. */
export async function shrink(
  history: History,
  isBroken: (history: History) => Promise<boolean>,
  most = 200,
): Promise<History> {
  let best = history;
  let asked = 0;
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const candidate of smaller(best)) {
      if ((asked += 1) > most) return best;
      if (!(await isBroken(candidate))) continue;
      best = candidate;
      isSmaller = true;
      break;
    }
  }
  return best;
}

function* smaller(history: History): Generator<History> {
  const { steps } = history;
  for (const index of steps.keys()) yield { ...history, steps: steps.toSpliced(index, 1) };
  for (const [index, step] of steps.entries())
    for (const plainer of plainerSteps(step))
      yield { ...history, steps: steps.with(index, plainer) };
}

function* plainerSteps(step: Step): Generator<Step> {
  const { act, which, roll, adv, ...extras } = step;
  for (const name of Object.keys(extras)) {
    const { [name as keyof typeof extras]: _left, ...rest } = extras;
    yield { act, which, roll, adv, ...rest };
  }
  if (act !== "none") yield { ...step, act: "none" };
}
