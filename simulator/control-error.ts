/** A request of the control API or of a page cannot be fulfilled; the message gives the reason. */
export class ControlError extends Error {}
