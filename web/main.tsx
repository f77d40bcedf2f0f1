import { render } from "preact";
import { Root } from "./root";
import { speakPreferred } from "./i18n/language";
import { createApp } from "./shell/app";
import { rememberScroll } from "./shell/scroll-memory";
import "./styles/tokens.css";
import "./styles/base.css";
import "./ui/table.css";

/** Draws the app once its language is there; one that cannot be loaded leaves English, which is at hand. */
async function start(container: HTMLElement): Promise<void> {
  const app = createApp((...args) => fetch(...args), document.documentElement, localStorage);
  rememberScroll();
  void app.session.load();
  await speakPreferred(document.documentElement, navigator.languages).catch(() => undefined);
  render(<Root app={app} />, container);
}

const container = document.getElementById("app");
if (!container) throw new Error("the page has no #app");
void start(container);
