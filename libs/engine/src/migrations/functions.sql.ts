/**
 * Locking, claiming and writing, each in one round trip. The functions are VOLATILE, so every statement in them sees
 * what was committed before it began: state read after the lock is never older than the lock.
 */
export const functionsSql = `
-- The instance, with its whole call hierarchy locked through the outermost caller: a hierarchy has a single writer,
-- and as every command locks exactly one row first, commands cannot deadlock.
CREATE FUNCTION engine.lock_instance(wanted uuid) RETURNS SETOF engine.instance LANGUAGE plpgsql ROWS 1 AS $$
BEGIN
  RETURN QUERY SELECT * FROM engine.instance i WHERE i.id = wanted AND i.root_id = wanted FOR UPDATE;
  IF FOUND THEN RETURN; END IF;
  PERFORM 1 FROM engine.instance r
    WHERE r.id = (SELECT i.root_id FROM engine.instance i WHERE i.id = wanted) FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT * FROM engine.instance i WHERE i.id = wanted;
END $$;

-- Due timers of hierarchies that nobody holds, locked as above. A hierarchy that is busy is passed over: waiting for
-- it could deadlock with another batch, and whoever holds it may be ending the timer.
CREATE FUNCTION engine.claim_due_timers(moment timestamptz, most int)
RETURNS TABLE (instance_id uuid, timer_key int, due_at timestamptz) LANGUAGE plpgsql ROWS 100 SET enable_seqscan = off AS $$
DECLARE
  claimed uuid[];
BEGIN
  SELECT array_agg(DISTINCT c.id) INTO claimed FROM (
    SELECT r.id FROM engine.timer t JOIN engine.instance r ON r.id = t.root_id
    WHERE t.attempt_at <= moment AND NOT t.suspended
    ORDER BY t.attempt_at LIMIT most
    FOR UPDATE OF r SKIP LOCKED
  ) c;
  IF claimed IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT t.instance_id, t.key, t.due_at FROM engine.timer t
    WHERE t.attempt_at <= moment AND NOT t.suspended AND t.root_id = ANY (claimed)
    ORDER BY t.due_at, t.instance_id, t.key LIMIT most;
END $$;
`;
