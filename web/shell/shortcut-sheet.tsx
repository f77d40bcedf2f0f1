import { t } from "./palette-texts";
import { CheckField } from "../ui/check-field";
import { Dialog } from "../ui/dialog";
import { SHORTCUTS, type SingleKeysModel } from "./shortcuts";
import "./shortcut-sheet.css";

interface ShortcutSheetProps {
  singleKeys: InstanceType<typeof SingleKeysModel>;
  onClose: () => void;
}

/** Every key that does something, and the switch for those that are typed in texts as well. */
export default function ShortcutSheet({ singleKeys, onClose }: ShortcutSheetProps) {
  return (
    <Dialog title={t("shortcuts.title")} onClose={onClose}>
      <dl class="facts shortcut-list">
        {SHORTCUTS.map(({ keys, name }) => [
          <dt key={`${name}-keys`}>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>,
          <dd key={`${name}-text`}>{t(`shortcuts.${name}`)}</dd>,
        ])}
      </dl>
      <CheckField
        label={t("shortcuts.single")}
        hint={t("shortcuts.singleHint")}
        isChecked={singleKeys.isOn.value}
        onChange={singleKeys.choose}
      />
    </Dialog>
  );
}
