import { render } from "preact";
import { Root } from "./root";
import { createApp } from "./shell/app";
import "./styles/tokens.css";
import "./styles/base.css";
import "./ui/table.css";

const container = document.getElementById("app");
if (!container) throw new Error("the page has no #app");
const app = createApp((...args) => fetch(...args), document.documentElement, localStorage);
void app.session.load();
render(<Root app={app} />, container);
