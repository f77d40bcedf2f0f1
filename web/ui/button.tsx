import type { ComponentChildren, Ref } from "preact";
import { Icon, type IconName } from "./icon";
import "./button.css";

type Variant = "primary" | "secondary" | "quiet" | "danger";

interface ButtonBase {
  variant?: Variant;
  icon?: IconName;
  isSmall?: boolean;
  children: ComponentChildren;
}

interface ButtonProps extends ButtonBase {
  type?: "button" | "submit";
  onClick?: ((event: MouseEvent) => void) | undefined;
  isBusy?: boolean;
  isDisabled?: boolean;
  label?: string | undefined;
  buttonRef?: Ref<HTMLButtonElement>;
}

const classOf = ({ variant = "secondary", isSmall }: Pick<ButtonBase, "variant" | "isSmall">) =>
  `button button-${variant}${isSmall ? " button-small" : ""}`;

/** A button that stays focusable while busy and tells so. */
export function Button(props: ButtonProps) {
  const { type = "button", icon, isBusy = false, isDisabled = false, label, children } = props;
  return (
    <button
      ref={props.buttonRef}
      type={type}
      class={classOf(props)}
      disabled={isDisabled}
      aria-busy={isBusy}
      aria-label={label}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else props.onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface LinkButtonProps extends ButtonBase {
  href: string;
  isExternal?: boolean;
  download?: boolean;
  label?: string;
  onClick?: (event: MouseEvent) => void;
}

/** A link that looks like a button: it navigates, so it is an anchor. */
export function LinkButton(props: LinkButtonProps) {
  const { href, isExternal, download, label, icon, children } = props;
  const outside = isExternal ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return (
    <a
      class={classOf(props)}
      href={href}
      download={download}
      aria-label={label}
      onClick={props.onClick}
      {...outside}
    >
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}

interface IconButtonProps {
  icon: IconName;
  label: string;
  onClick?: (event: MouseEvent) => void;
  isExpanded?: boolean;
  controls?: string;
}

export function IconButton({ icon, label, onClick, isExpanded, controls }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-expanded={isExpanded}
      aria-controls={controls}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
