import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { useApp } from "./app";
import "./announcer.css";

const SHOWN_MS = 5000;

/** What was said this long before another page came was said of the page before. */
const OLD_MS = 500;

/** Says what just happened: to eyes at the edge of the window, to ears as a status. */
export function Announcer() {
  const { said } = useApp();
  const { path } = useLocation();
  const text = said.value;
  const saidAt = useRef(0);
  const shownOn = useRef(path);
  useEffect(() => {
    if (!text) return;
    saidAt.current = performance.now();
    const timer = setTimeout(() => {
      said.value = "";
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text]);
  // After the other: what is said together with the way to another page is said of that page.
  useEffect(() => {
    if (path === shownOn.current) return;
    shownOn.current = path;
    if (performance.now() - saidAt.current > OLD_MS) said.value = "";
  }, [path]);
  return (
    <div class="announcer" role="status">
      {text && <p class="announcement">{text}</p>}
    </div>
  );
}
