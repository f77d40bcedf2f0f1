import { useEffect } from "preact/hooks";
import { useApp } from "./app";
import "./announcer.css";

const SHOWN_MS = 5000;

/** Says what just happened: to eyes at the edge of the window, to ears as a status. */
export function Announcer() {
  const { said } = useApp();
  const text = said.value;
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => {
      said.value = "";
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="announcer" role="status">
      {text && <p class="announcement">{text}</p>}
    </div>
  );
}
