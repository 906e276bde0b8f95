/**
 * Writes everything that one or many steps changed in one round trip; see `WriteDocument` for the document. Absent
 * parts cost nothing. Answers with the buffered messages that wait for a subscription opened here.
 *
 * Fails with SQLSTATE 40001 when an instance is not at the revision that the steps began with, which the lock rules
 * out: it would be a fault of the engine.
 */
export const writeStepsSql = `
CREATE FUNCTION engine.write_steps(doc jsonb)
RETURNS TABLE (message_id uuid, receiver uuid, receiver_key int)
LANGUAGE plpgsql ROWS 1 SET enable_seqscan = off SET jit = off AS $$
DECLARE
  written int;
BEGIN
  IF doc ? 'created' THEN
    INSERT INTO engine.instance (id, definition_id, root_id, parent_id, parent_key, business_key, status, revision,
                                 incident_count, state, started_at, stepped_at, ended_at)
    SELECT d.id, d.definition_id, d.root_id, d.parent_id, d.parent_key, d.business_key, d.status, d.revision,
           d.incident_count, d.state, d.started_at, d.stepped_at, d.ended_at
    FROM jsonb_to_recordset(doc -> 'created') AS d (id uuid, definition_id uuid, root_id uuid, parent_id uuid,
      parent_key int, business_key text, status text, revision int, incident_count int, state jsonb,
      started_at timestamptz, stepped_at timestamptz, ended_at timestamptz);
  END IF;

  IF doc ? 'updated' THEN
    UPDATE engine.instance i
    SET status = d.status, revision = d.revision, incident_count = d.incident_count, state = d.state,
        stepped_at = d.stepped_at, ended_at = d.ended_at
    FROM jsonb_to_recordset(doc -> 'updated') AS d (id uuid, base int, status text, revision int, incident_count int,
      state jsonb, stepped_at timestamptz, ended_at timestamptz)
    WHERE i.id = d.id AND i.revision = d.base;
    GET DIAGNOSTICS written = ROW_COUNT;
    IF written <> jsonb_array_length(doc -> 'updated') THEN
      RAISE EXCEPTION 'engine.write_steps: % of % instances are not at the revision that the steps began with',
        jsonb_array_length(doc -> 'updated') - written, jsonb_array_length(doc -> 'updated') USING ERRCODE = '40001';
    END IF;
  END IF;

  INSERT INTO engine.journal (instance_id, revision, at, command, actor, events)
  SELECT d.instance_id, d.revision, d.at, d.command, d.actor, d.events
  FROM jsonb_to_recordset(doc -> 'journal') AS d (instance_id uuid, revision int, at timestamptz, command jsonb,
    actor jsonb, events jsonb);

  IF doc ? 'elementsEnded' THEN
    DELETE FROM engine.task t USING jsonb_to_recordset(doc -> 'elementsEnded') AS d (instance_id uuid, key int)
    WHERE t.instance_id = d.instance_id AND t.key = d.key;
    DELETE FROM engine.job j USING jsonb_to_recordset(doc -> 'elementsEnded') AS d (instance_id uuid, key int)
    WHERE j.instance_id = d.instance_id AND j.key = d.key;
  END IF;
  IF doc ? 'timersEnded' THEN
    DELETE FROM engine.timer t USING jsonb_to_recordset(doc -> 'timersEnded') AS d (instance_id uuid, key int)
    WHERE t.instance_id = d.instance_id AND t.key = d.key;
  END IF;
  IF doc ? 'subscriptionsEnded' THEN
    DELETE FROM engine.subscription s USING jsonb_to_recordset(doc -> 'subscriptionsEnded') AS d (instance_id uuid, key int)
    WHERE s.instance_id = d.instance_id AND s.key = d.key;
  END IF;
  IF doc ? 'incidentsEnded' THEN
    DELETE FROM engine.incident n USING jsonb_to_recordset(doc -> 'incidentsEnded') AS d (instance_id uuid, key int)
    WHERE n.instance_id = d.instance_id AND n.key = d.key;
  END IF;

  IF doc ? 'tasks' THEN
    INSERT INTO engine.task (instance_id, key, element_id, name, lane, unit, assignee, candidate_users, candidate_groups,
                             form, due_at, warn_at, created_at, outcomes, properties, suspended)
    SELECT d.instance_id, d.key, d.element_id, d.name, d.lane, d.unit, d.assignee, d.candidate_users, d.candidate_groups,
           d.form, d.due_at, d.warn_at, d.created_at, d.outcomes, d.properties, d.suspended
    FROM jsonb_to_recordset(doc -> 'tasks') AS d (instance_id uuid, key int, element_id text, name text, lane text,
      unit text, assignee text, candidate_users text[], candidate_groups text[], form text, due_at timestamptz,
      warn_at timestamptz, created_at timestamptz, outcomes jsonb, properties jsonb, suspended boolean);
  END IF;
  IF doc ? 'taskTerms' THEN
    UPDATE engine.task t
    SET due_at = coalesce(d.due_at, t.due_at), warn_at = coalesce(d.warn_at, t.warn_at),
        suspended = coalesce(d.suspended, t.suspended)
    FROM jsonb_to_recordset(doc -> 'taskTerms') AS d (instance_id uuid, key int, due_at timestamptz,
      warn_at timestamptz, suspended boolean)
    WHERE t.instance_id = d.instance_id AND t.key = d.key;
  END IF;
  IF doc ? 'timers' THEN
    INSERT INTO engine.timer (instance_id, key, root_id, owner_key, element_id, due_at, attempt_at, suspended)
    SELECT d.instance_id, d.key, d.root_id, d.owner_key, d.element_id, d.due_at, d.due_at, d.suspended
    FROM jsonb_to_recordset(doc -> 'timers') AS d (instance_id uuid, key int, root_id uuid, owner_key int,
      element_id text, due_at timestamptz, suspended boolean)
    ON CONFLICT ON CONSTRAINT timer_pkey DO UPDATE
    SET due_at = excluded.due_at, attempt_at = excluded.attempt_at, suspended = excluded.suspended,
        attempts = 0, last_error = NULL;
  END IF;
  IF doc ? 'jobs' THEN
    INSERT INTO engine.job (instance_id, key, element_id, topic, properties, retries, attempt_at, created_at)
    SELECT d.instance_id, d.key, d.element_id, d.topic, d.properties, d.retries, d.created_at, d.created_at
    FROM jsonb_to_recordset(doc -> 'jobs') AS d (instance_id uuid, key int, element_id text, topic text,
      properties jsonb, retries int, created_at timestamptz)
    ON CONFLICT ON CONSTRAINT job_pkey DO UPDATE
    SET retries = excluded.retries, attempt_at = excluded.attempt_at, locked_by = NULL;
  END IF;
  IF doc ? 'incidents' THEN
    INSERT INTO engine.incident (instance_id, key, owner_key, definition_id, element_id, code, message, raised_at)
    SELECT d.instance_id, d.key, d.owner_key, d.definition_id, d.element_id, d.code, d.message, d.raised_at
    FROM jsonb_to_recordset(doc -> 'incidents') AS d (instance_id uuid, key int, owner_key int, definition_id uuid,
      element_id text, code text, message text, raised_at timestamptz)
    ON CONFLICT ON CONSTRAINT incident_pkey DO UPDATE SET message = excluded.message;
  END IF;
  IF doc ? 'outbox' THEN
    INSERT INTO engine.outbox (id, instance_id, topic, payload, idempotency_key, created_at, attempt_at)
    SELECT d.id, d.instance_id, d.topic, d.payload, d.idempotency_key, d.created_at, d.created_at
    FROM jsonb_to_recordset(doc -> 'outbox') AS d (id uuid, instance_id uuid, topic text, payload jsonb,
      idempotency_key text, created_at timestamptz)
    ON CONFLICT ON CONSTRAINT outbox_idempotency_key_key DO NOTHING;
  END IF;
  IF doc ? 'subscriptions' THEN
    INSERT INTO engine.subscription (instance_id, key, owner_key, element_id, type, name, correlation, correlation_key, opened_at)
    SELECT d.instance_id, d.key, d.owner_key, d.element_id, d.type, d.name, d.correlation, d.correlation_key, d.opened_at
    FROM jsonb_to_recordset(doc -> 'subscriptions') AS d (instance_id uuid, key int, owner_key int, element_id text,
      type text, name text, correlation jsonb, correlation_key text, opened_at timestamptz)
    ON CONFLICT ON CONSTRAINT subscription_pkey DO NOTHING;
    RETURN QUERY
      SELECT m.id, d.instance_id, d.key
      FROM jsonb_to_recordset(doc -> 'subscriptions') AS d (instance_id uuid, key int, type text, name text,
        correlation jsonb, opened_at timestamptz)
      JOIN engine.message m ON m.name = d.name AND m.correlation @> d.correlation
      WHERE d.type = 'message' AND m.consumed_at IS NULL AND m.expires_at > d.opened_at
      ORDER BY m.published_at, m.id;
  END IF;
END $$;
`;
