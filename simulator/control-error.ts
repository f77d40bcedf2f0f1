/** A wish of the control API or a page cannot be granted; the message says why to the person who asked. */
export class ControlError extends Error {}
