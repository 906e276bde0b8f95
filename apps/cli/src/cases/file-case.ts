import { Refused } from '../installation/refused.js';
import { reasonOf, type ApiClient } from '../server/api-client.js';

/** A case as `POST /api/v1/cases` takes it. */
export interface CaseRequest {
  readonly sourceId: string;
  readonly channel: string;
  readonly title: string;
  readonly text: string;
  readonly category?: string;
  readonly address?: string;
  readonly station?: string;
  readonly resident?: { readonly name: string };
}

/** What became of a request: filed now, there since an earlier run, or refused with a reason in one line. */
export type Filing = { readonly kind: 'filed' | 'known' } | { readonly kind: 'refused'; readonly reason: string };

/** Files a case once; a second time is told as known. @throws Refused when this account may file none */
export async function fileCase(server: ApiClient, request: CaseRequest): Promise<Filing> {
  const { status, body } = await server.send('POST', 'cases', request);
  if (status === 201) return { kind: 'filed' };
  if (status === 409 && (body as { code?: string }).code === 'source-known') return { kind: 'known' };
  const reason = reasonOf(body, status);
  // The next case would get the same answer.
  if (status === 401 || status === 403) throw new Refused(`${server.url} lets this account file no cases: ${reason}`);
  return { kind: 'refused', reason };
}
