import type { BackOffice } from "../back-office";
import type { Answer } from "../api/answer";

export interface PageRequest {
  request: Request;
  path: string;
  query: URLSearchParams;
  body: string;
}

export function answerPage(office: BackOffice, incoming: PageRequest): Answer | undefined {
  return incoming.path === "" && office ? undefined : undefined;
}
