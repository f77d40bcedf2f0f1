import { later } from "../shell/later";

/** As in `confirm-dialog`, loaded when it is opened. */
export const ConfirmDialog = later(() => import("./confirm-dialog"));
