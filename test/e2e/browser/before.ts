import type { APIResponse, Page } from 'playwright-core';

/**
 * What was done before the day that a test tells of: by the person of the page, with the calls that the page would
 * make, without its forms.
 */
interface Before {
  /** Registers a request and gives its number. */
  register(title: string): Promise<string>;
  /** Claims the step of the case that waits for the person's unit, and finishes it where an outcome is named. */
  claim(code: string, finish?: { readonly outcome: string; readonly [answer: string]: unknown }): Promise<void>;
}

/** The person whose page it is, before the day. */
export function before(page: Page): Before {
  const api = page.context().request;
  const post = async (path: string, data: unknown): Promise<APIResponse> => {
    const { csrfToken } = (await (await api.get('/api/v1/auth/session')).json()) as { csrfToken: string };
    const answer = await api.post(`/api/v1/${path}`, { data, headers: { 'X-CSRF-Token': csrfToken } });
    if (!answer.ok()) throw new Error(`${path} was refused: ${await answer.text()}`);
    return answer;
  };
  return {
    register: async (title) => {
      const filed = await post('cases', {
        title,
        text: `${title}，希望尽快处理。`,
        channel: 'phone',
        resident: { name: '王大明', phone: '13812345678' },
      });
      return ((await filed.json()) as { code: string }).code;
    },
    claim: async (code, finish) => {
      const found = await api.get('/api/v1/tasks', { params: { box: 'claimable', q: code } });
      const [task] = ((await found.json()) as { items: { id: string }[] }).items;
      if (!task) throw new Error(`nothing of ${code} waits to be claimed`);
      await post(`tasks/${task.id}/claim`, {});
      if (finish) await post(`tasks/${task.id}/complete`, finish);
    },
  };
}
