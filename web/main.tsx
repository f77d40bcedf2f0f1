// First, so that what a component says of itself comes after what is said of all.
import "./styles/tokens.css";
import "./styles/base.css";
import "./ui/table.css";
import { render } from "preact";
import { withEarly } from "./api/early";
import { preloadPage, Root } from "./root";
import { formatNumber } from "./i18n/format";
import { speakPreferred } from "./i18n/language";
import { loadProblemTexts } from "./i18n/problems";
import { createApp } from "./shell/app";
import { rememberScroll } from "./shell/scroll-memory";
import "./shell/at-hand";

/** When the words of problems come unasked: after what the first page needs, before most problems do. */
const PROBLEMS_AFTER_MS = 5_000;

/** How long an answer that was asked for early may be waited for and is good. */
const EARLY_MS = 20_000;

/** How long the app may be drawn later, so that it begins with the page and not with a place for it. */
const PATIENT_MS = 1_000;

/**
 * Draws the app once its language is there, who is signed in, and what the page is made of; a language that cannot be
 * loaded leaves English, which is at hand, and what else does not come in time is waited for by what needs it.
 */
async function start(container: HTMLElement): Promise<void> {
  const answers = window.weftEarly ?? new Map();
  window.setTimeout(() => answers.clear(), EARLY_MS);
  const send = withEarly((...args) => fetch(...args), answers);
  const app = createApp(send, document.documentElement, localStorage);
  rememberScroll();
  const page = Promise.allSettled([
    app.session.load(),
    preloadPage(location.pathname),
    ...answers.values(),
  ]);
  await speakPreferred(document.documentElement, navigator.languages).catch(() => undefined);
  // The first figure takes a browser long, and here it waits for the network anyway.
  formatNumber(0);
  await Promise.race([page, new Promise((done) => void setTimeout(done, PATIENT_MS))]);
  render(<Root app={app} />, container);
  window.setTimeout(() => void loadProblemTexts(), PROBLEMS_AFTER_MS);
}

const container = document.getElementById("app");
if (!container) throw new Error("the page has no #app");
void start(container);
