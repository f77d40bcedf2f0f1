// First, so that what a component says of itself comes after what is said of all.
import "./styles/tokens.css";
import "./styles/base.css";
import "./ui/table.css";
import { render } from "preact";
import { withEarly } from "./api/early";
import { Root } from "./root";
import { speakPreferred } from "./i18n/language";
import { loadProblemTexts } from "./i18n/problems";
import { createApp } from "./shell/app";
import { rememberScroll } from "./shell/scroll-memory";
import "./shell/at-hand";

/** When the words of problems come unasked: after what the first page needs, before most problems do. */
const PROBLEMS_AFTER_MS = 5_000;

/** How long an answer that was asked for early may be waited for and is good. */
const EARLY_MS = 20_000;

/** Draws the app once its language is there; one that cannot be loaded leaves English, which is at hand. */
async function start(container: HTMLElement): Promise<void> {
  const early = window.weftEarly ?? new Map();
  window.setTimeout(() => early.clear(), EARLY_MS);
  const send = withEarly((...args) => fetch(...args), early);
  const app = createApp(send, document.documentElement, localStorage);
  rememberScroll();
  void app.session.load();
  await speakPreferred(document.documentElement, navigator.languages).catch(() => undefined);
  render(<Root app={app} />, container);
  window.setTimeout(() => void loadProblemTexts(), PROBLEMS_AFTER_MS);
}

const container = document.getElementById("app");
if (!container) throw new Error("the page has no #app");
void start(container);
