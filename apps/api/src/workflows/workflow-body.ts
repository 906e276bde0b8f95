import { requestInvalid } from '../http/http-errors.js';
import { deploymentSchema } from './workflow.schema.js';
import type { WorkflowDeployment } from './deployments.service.js';

/** The name of a diagram that came as bare XML. */
const unnamed = 'diagram.bpmn';

/**
 * The files of a deployment: a body of XML is one diagram, a body of JSON names several.
 *
 * @throws request-invalid
 */
export function deploymentOf(body: unknown): WorkflowDeployment {
  if (typeof body === 'string') {
    if (body.trim() === '') throw requestInvalid([{ field: 'body', message: 'expected BPMN 2.0 XML' }]);
    return { files: [{ name: unnamed, content: body }] };
  }
  const parsed = deploymentSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw requestInvalid(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message })));
}
