import { later } from "../shell/later";

/** As in `typed-dialog`, loaded when it is opened. */
export const TypedDialog = later(() => import("./typed-dialog"));
