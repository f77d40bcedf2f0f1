import { render } from "preact";
import { Root } from "./root";
import { speakPreferred } from "./i18n/language";
import { createApp } from "./shell/app";
import "./styles/tokens.css";
import "./styles/base.css";
import "./ui/table.css";

const container = document.getElementById("app");
if (!container) throw new Error("the page has no #app");
const app = createApp((...args) => fetch(...args), document.documentElement, localStorage);
void app.session.load();
void speakPreferred(document.documentElement, navigator.languages);
render(<Root app={app} />, container);
