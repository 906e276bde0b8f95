import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../../..');
/** Password of the demo accounts of products under test. */
export const password = 'demo-password';

/** Waits until no task with a quick term is open; gives up after a minute and leaves the finding to the checks. */
export async function untilTermsLapsed(address: string): Promise<void> {
  const [clerk, street] = [await signIn(address, 'clerk'), await signIn(address, 'street')];
  for (let second = 0; second < 60; second += 1) {
    const first = [await firstTask(address, clerk), await firstTask(address, street)];
    if (!first.includes('station-handle') && !first.includes('street-coordinate')) return;
    await sleep(1_000);
  }
}

/** The task in the claimable box that is due first. */
async function firstTask(address: string, token: string): Promise<string | undefined> {
  const answer = await fetch(`${address}/api/v1/tasks?box=claimable&sort=due&limit=1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { items } = (await answer.json()) as { items: { elementId: string }[] };
  return items[0]?.elementId;
}

/** The product said no. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The default workflow with seconds for the terms of station and street, and a warning after half of them. */
export async function deployQuickTerms(address: string, seconds = 2): Promise<void> {
  const folder = join(root, 'workflows/case-routing');
  const files = readdirSync(folder).filter((name) => /\.(bpmn|dmn)$/u.test(name));
  const quick = (text: string): string =>
    text.replace(
      /(id="(?:station|street)-(warning|due)-timer") lianban:calendar="[^"]*"(><bpmn:timeDuration[^>]*)>[^<]*</gu,
      (_all, id: string, role: string, rest: string) => `${id}${rest}>PT${role === 'due' ? seconds : seconds / 2}S<`,
    );
  const body = { files: files.map((name) => ({ name, content: quick(readFileSync(join(folder, name), 'utf8')) })) };
  await post(address, await signIn(address, 'designer'), 'workflows', body);
}

/** A token of a demo account. */
export async function signIn(address: string, username: string): Promise<string> {
  return String((await post(address, undefined, 'auth/token', { username, password }))['accessToken']);
}

/** Asks for something to be done. @throws Refusal */
export async function post(
  address: string,
  token: string | undefined,
  path: string,
  body: object,
): Promise<Record<string, unknown>> {
  const answer = await fetch(`${address}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Refusal(answer.status, `${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}
