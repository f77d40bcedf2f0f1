import type { Format } from "../../base/format";
import { plural } from "../grammar";

/** Home and its list of what needs a person. */
export const home = {
  "home.title": "Home",
  "home.products": "Products",
  "home.orders": "Orders",
  "home.categories": "Categories",
  "home.shares": (
    { title, entries }: { title: string; entries: readonly { label: string; count: number }[] },
    format: Format,
  ) =>
    `${title}: ${entries.map(({ label, count }) => `${label} ${format.number(count)}`).join(", ")}`,
  "attention.title": "Needs your attention",
  "attention.none": "Nothing needs your attention.",
  "attention.warned": ({ count }: { count: number }) =>
    plural(count, {
      one: "The health check leaves one recommendation",
      other: `The health check leaves ${count} recommendations`,
    }),
  "attention.products": ({ count, isMore }: { count: number; isMore: boolean }, format: Format) =>
    plural(count, {
      one: "1 product",
      other: `${format.number(count)}${isMore ? "+" : ""} products`,
    }),
  "attention.orders": ({ count, isMore }: { count: number; isMore: boolean }, format: Format) =>
    plural(count, { one: "1 order", other: `${format.number(count)}${isMore ? "+" : ""} orders` }),
  "attention.one": ({ kind, name }: { kind: string; name: string }) => `${kind}: ${name}`,
  "attention.several": ({ kind, name }: { kind: string; name: string }) =>
    `${kind}, among them ${name}`,
  "attention.since": ({ since }: { since: string }) => `Seen ${since}`,
  "attention.show": ({ kind }: { kind: string }) => `Show ${kind}`,
  "attention.fillIn": "Fill in",
  "attention.showOrder": "Open the order",
  "attention.showProduct": "Open the product",
  "attention.showCheck": "See the check",
  "attention.showSuggestions": "See the suggestions",
  "attention.showTask": "See the task",
  "attention.checkFails": "A health check fails",
  "attention.disconnected": "TikTok Shop is disconnected",
  "attention.disconnectedText": "Nothing is synced until you authorise Weft again.",
  "attention.expiring": ({ until }: { until: string }) =>
    `Your authorisation of TikTok Shop ends on ${until}`,
  "attention.expiringText": "Authorise again before that day, so that nothing stops.",
  "attention.suggested": ({ count }: { count: number }) =>
    plural(count, {
      one: "A suggested category waits for your yes",
      other: `${count} suggested categories wait for your yes`,
    }),
  "attention.suggestedText":
    "Products of a category can be pushed once its suggestion is accepted.",
  "attention.task": ({ kind }: { kind: string }) => `${kind}: waits for your confirmation`,
  "attention.taskText": "Look through it, then confirm or cancel.",
  "attention.readyAgainText": "Nothing known stops them any more. Push them again.",
  "home.tasks": "Recent tasks",
  "home.allTasks": "All tasks",
  "home.noTasks": "No tasks yet. Pull products to start one.",
  "home.mapped": "Mapped",
  "home.suggested": "Suggested",
  "home.unmapped": "Not mapped",
  "home.next": "What to do next",
  "home.nextText":
    "The way from your store to your first TikTok order. It stays here until all of it is done.",
  "home.step.package": "Say how large and heavy a parcel is where your store does not",
  "home.step.carriers": "Match your carriers with TikTok Shop's",
  "home.step.pull": "Pull your products from PrestaShop",
  "home.step.map": "Accept or choose TikTok Shop categories",
  "home.step.push": "Push products to TikTok Shop",
  "home.step.orders": "Orders arrive by themselves",
  "home.step.do": "Start",
  "home.step.done": "Done",
  "home.paused": "This connection is paused",
  "home.pausedText": "Nothing is synced until you resume it.",
  "home.resume": "Resume",
};
