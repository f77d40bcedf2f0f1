// HTML by template: every value is escaped, unless it is markup of the same template.

export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Part[] | undefined | false;

const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (sign) =>
      ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign] ?? sign,
  );

function render(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "object" && "markup" in part) return part.markup;
  return Array.isArray(part) ? part.map(render).join("") : escapeHtml(String(part));
}

export function html(texts: TemplateStringsArray, ...parts: Part[]): Markup {
  const markup = texts.reduce((all, text, index) => all + render(parts[index - 1]) + text);
  return { markup };
}

/** A form that posts to `action`, with its fields and the label of its button. */
export function form(action: string, fields: Part, button: string, about = ""): Markup {
  const hidden = about === "" ? "" : html`<span class="unseen"> ${about}</span>`;
  return html`<form method="post" action="${action}">
    ${fields}<button type="submit">${button}${hidden}</button>
  </form>`;
}

export interface FieldOptions {
  label: string;
  name: string;
  value?: string;
  type?: string;
  /** The label is for screen readers only, where a table cell shows the same. */
  isLabelUnseen?: boolean;
  isRequired?: boolean;
  step?: string;
  /** Exact number of characters. */
  length?: number;
}

export function field(options: FieldOptions): Markup {
  const {
    label,
    name,
    value = "",
    type = "text",
    isLabelUnseen,
    isRequired,
    step,
    length,
  } = options;
  return html`<label
    ><span class="${isLabelUnseen ? "unseen" : "name"}">${label}</span>
    <input
      name="${name}"
      value="${value}"
      type="${type}"
      ${step ? html`step="${step}"` : ""}
      ${length ? html`minlength="${length}" maxlength="${length}"` : ""}
      ${isRequired ? html`required` : ""}
  /></label>`;
}

export interface Choice {
  value: string;
  label: string;
}

export function select(label: string, name: string, choices: Choice[], chosen = ""): Markup {
  const options = choices.map(
    (it) =>
      html`<option value="${it.value}" ${it.value === chosen ? html`selected` : ""}>
        ${it.label}
      </option>`,
  );
  return html`<label
    ><span class="name">${label}</span>
    <select name="${name}">
      ${options}
    </select></label
  >`;
}

export function checkbox(label: string, name: string, value: string, isOn = false): Markup {
  return html`<label class="tick"
    ><input type="checkbox" name="${name}" value="${value}" ${isOn ? html`checked` : ""} />
    ${label}</label
  >`;
}

export function tableOf(caption: string, heads: string[], rows: Markup[]): Markup {
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((it) => html`<th scope="col">${it}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
