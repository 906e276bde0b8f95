/** Condition on `casework.step`: the step belongs to the case's own way, not to a helper or a supervision order. */
export const isOwnStep = 'NOT EXISTS (SELECT FROM casework.side_process WHERE id = step.instance_id)';
