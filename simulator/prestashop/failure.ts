/** An error as the webservice reports it: one HTTP status, one or more coded messages. */
export interface Failure {
  status: number;
  errors: { code: number; message: string }[];
}

/** Ends a request to the webservice with this error answer. */
export class ApiFailure extends Error implements Failure {
  readonly status: number;
  readonly errors: { code: number; message: string }[];
  constructor(
    status: number,
    code: number,
    message: string,
    more: { code: number; message: string }[] = [],
  ) {
    super(message);
    this.status = status;
    this.errors = [{ code, message }, ...more];
  }
}

/** A PHP script that ended early: the answer is what it had printed, without webservice headers. */
export class BrokenAnswer extends Error {
  readonly status: number;
  readonly body: string;
  constructor(status: number, body: string) {
    super("the answer of the shop is not an answer of its webservice");
    this.status = status;
    this.body = body;
  }
}

/** Another module that ended the request in a hook, while `left` more deaths are planned. */
export class Died extends BrokenAnswer {
  readonly left: number;
  constructor(left: number) {
    super(500, "");
    this.left = left;
  }
}
