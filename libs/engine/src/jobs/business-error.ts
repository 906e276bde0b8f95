import type { Variables } from '@lianban/bpmn';

/**
 * Thrown by a job worker when the work came to an outcome that the diagram foresees: it is caught by the error event
 * with this code (BPMN 2.0 §10.5.6) and not tried again. Any other error is a technical failure, tried again.
 */
export class BusinessError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly variables: Variables = {},
  ) {
    super(message);
    this.name = 'BusinessError';
  }
}
