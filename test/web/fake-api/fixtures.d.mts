/** The answer to one call; a status is given where it is a refusal. */
export function answer(method: string, url: URL): { status?: number; body: unknown };
