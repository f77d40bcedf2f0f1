import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect } from "preact/hooks";
import "./page.css";

/** What the pages are of, so that the tabs of two connections can be told apart; "": of nothing. */
export const PlaceContext = createContext("");

interface PageHeadProps {
  title: string;
  /** What is drawn in place of the title, such as the shape of one that is not known yet. */
  heading?: ComponentChildren;
  subtitle?: ComponentChildren;
  actions?: ComponentChildren;
  crumb?: { label: string; href: string };
}

/** The heading of a page: names the tab and takes the focus after a navigation. */
export function PageHead({ title, heading, subtitle, actions, crumb }: PageHeadProps) {
  const place = useContext(PlaceContext);
  useEffect(() => {
    document.title = [title, place, "Weft"].filter(Boolean).join(" · ");
  }, [title, place]);
  return (
    <header class="page-head">
      <div class="page-title">
        {crumb && (
          <a class="page-crumb" href={crumb.href}>
            ← {crumb.label}
          </a>
        )}
        <h1 tabIndex={-1}>{heading || title}</h1>
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
