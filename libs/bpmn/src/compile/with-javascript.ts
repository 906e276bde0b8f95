import type { ProblemList } from '../reader/problem-list.js';
import type { ReadProcess } from '../reader/read-process.js';
import { loadJavaScript, type JavaScript } from '../script/javascript.js';

/** What runs the JavaScript of a process, loaded only for those that have some; refuses scripts that do not parse. */
export async function withJavaScript(
  { nodes }: ReadProcess,
  problems: ProblemList,
): Promise<{ readonly javaScript?: JavaScript }> {
  const sources = [...nodes.values()].flatMap((node) =>
    node.type === 'scriptTask' && node.script.kind === 'javascript'
      ? [{ id: node.id, source: node.script.source }]
      : [],
  );
  if (sources.length === 0) return {};
  const javaScript = await loadJavaScript();
  for (const { id, source } of sources) {
    const fault = javaScript.faultOf(source);
    if (fault !== undefined) problems.error('script-syntax', id, `the script is no JavaScript: ${fault}`);
  }
  return { javaScript };
}
