/** The engine's core, as the page uses it: to check, to compare and to try out. */
type Core = typeof import('@lianban/bpmn');

/**
 * Loads the core. What it parses files with would first try whether the page may make code out of texts, which the
 * content policy refuses and reports; so it is told beforehand.
 */
export async function loadCore(): Promise<Core> {
  const { config } = await import('zod/v4/core');
  config({ jitless: true });
  return await import('@lianban/bpmn');
}
