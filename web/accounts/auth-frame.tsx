import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "./texts";
import { Brand } from "../shell/brand";
import "./auth-frame.css";

interface AuthFrameProps {
  title: string;
  children: ComponentChildren;
  foot?: ComponentChildren;
}

/** The frame of the pages before the login. */
export function AuthFrame({ title, children, foot }: AuthFrameProps) {
  useEffect(() => {
    document.title = `${title} · Weft`;
  }, [title]);
  return (
    <main id="main" class="auth" tabIndex={-1}>
      <div class="auth-cloth" aria-hidden="true">
        <svg>
          <defs>
            <pattern id="weave" width="40" height="40" patternUnits="userSpaceOnUse">
              <path class="auth-warp" d="M10 0v24M10 36v4M30 0v4M30 16v24" />
              <path class="auth-weft" d="M0 10h4M16 10h24M0 30h24M36 30h4" />
            </pattern>
          </defs>
          <rect width="100%" height="100%" fill="url(#weave)" />
        </svg>
      </div>
      <div class="auth-box">
        <div class="auth-brand">
          <Brand />
          <p class="soft small">{t("account.tagline")}</p>
        </div>
        <h1 tabIndex={-1}>{title}</h1>
        {children}
        {foot && <div class="auth-foot">{foot}</div>}
      </div>
    </main>
  );
}
