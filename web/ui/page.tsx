import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import "./page.css";

interface PageHeadProps {
  title: string;
  subtitle?: ComponentChildren;
  actions?: ComponentChildren;
  crumb?: { label: string; href: string };
}

/** The heading of a page: names the tab and takes the focus after a navigation. */
export function PageHead({ title, subtitle, actions, crumb }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · Weft`;
  }, [title]);
  return (
    <header class="page-head">
      <div class="page-title">
        {crumb && (
          <a class="page-crumb" href={crumb.href}>
            ← {crumb.label}
          </a>
        )}
        <h1 tabIndex={-1}>{title}</h1>
        {subtitle && <div class="soft">{subtitle}</div>}
      </div>
      {actions && <div class="page-actions">{actions}</div>}
    </header>
  );
}

interface CardProps {
  title?: string;
  actions?: ComponentChildren;
  children: ComponentChildren;
  id?: string;
}

export function Card({ title, actions, children, id }: CardProps) {
  return (
    <section class="card" id={id}>
      {title && (
        <header class="card-head">
          <h2>{title}</h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}
