/**
 * The tables of the engine. What is written on every step carries no foreign key: only `engine.write_steps` writes
 * those rows, and a foreign key to a row that all instances share makes their inserts wait for each other.
 */
export const tablesSql = `
CREATE TABLE engine.deployment (
  id uuid PRIMARY KEY,
  sha256 text NOT NULL,
  deployed_at timestamptz NOT NULL,
  deployed_by jsonb NOT NULL
);
CREATE INDEX deployment_sha256 ON engine.deployment (sha256);

CREATE TABLE engine.resource (
  deployment_id uuid NOT NULL REFERENCES engine.deployment,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('bpmn', 'dmn')),
  content text NOT NULL,
  PRIMARY KEY (deployment_id, name)
);

CREATE TABLE engine.definition (
  id uuid PRIMARY KEY,
  process_key text NOT NULL,
  version int NOT NULL,
  name text NOT NULL,
  deployment_id uuid NOT NULL,
  resource_name text NOT NULL,
  sha256 text NOT NULL,
  deployed_at timestamptz NOT NULL,
  UNIQUE (process_key, version),
  FOREIGN KEY (deployment_id, resource_name) REFERENCES engine.resource
);
CREATE INDEX definition_deployment ON engine.definition (deployment_id);

-- One row per process instance. No indexed column changes in a step, and there is room on the page: updates stay HOT.
CREATE TABLE engine.instance (
  id uuid PRIMARY KEY,
  definition_id uuid NOT NULL,
  root_id uuid NOT NULL,
  parent_id uuid,
  parent_key int,
  business_key text,
  status text NOT NULL,
  revision int NOT NULL,
  incident_count int NOT NULL,
  state jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  stepped_at timestamptz NOT NULL,
  ended_at timestamptz
) WITH (fillfactor = 60);
CREATE INDEX instance_called ON engine.instance (root_id) WHERE root_id <> id;
CREATE INDEX instance_business_key ON engine.instance (business_key) WHERE business_key IS NOT NULL;
CREATE INDEX instance_active ON engine.instance (definition_id, id) WHERE ended_at IS NULL;

-- Open user tasks only.
CREATE TABLE engine.task (
  instance_id uuid NOT NULL,
  key int NOT NULL,
  element_id text NOT NULL,
  name text NOT NULL,
  lane text,
  unit text,
  assignee text,
  candidate_users text[] NOT NULL,
  candidate_groups text[] NOT NULL,
  form text,
  due_at timestamptz,
  warn_at timestamptz,
  created_at timestamptz NOT NULL,
  outcomes jsonb NOT NULL,
  properties jsonb NOT NULL,
  suspended boolean NOT NULL,
  PRIMARY KEY (instance_id, key)
);

-- attempt_at is due_at until a firing fails; then it is when to try again.
CREATE TABLE engine.timer (
  instance_id uuid NOT NULL,
  key int NOT NULL,
  root_id uuid NOT NULL,
  owner_key int NOT NULL,
  element_id text NOT NULL,
  due_at timestamptz NOT NULL,
  attempt_at timestamptz NOT NULL,
  suspended boolean NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  last_error text,
  PRIMARY KEY (instance_id, key)
);
CREATE INDEX timer_due ON engine.timer (attempt_at) WHERE NOT suspended;

-- correlation_key is the canonical text of correlation, so that a receiver is found by equality.
CREATE TABLE engine.subscription (
  instance_id uuid NOT NULL,
  key int NOT NULL,
  owner_key int NOT NULL,
  element_id text NOT NULL,
  type text NOT NULL,
  name text NOT NULL,
  correlation jsonb NOT NULL,
  correlation_key text NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (instance_id, key)
);
CREATE INDEX subscription_name ON engine.subscription (type, name, correlation_key, opened_at);

-- Messages for which nobody waits yet, and the keys of those already delivered, until they expire.
CREATE TABLE engine.message (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  correlation jsonb NOT NULL,
  variables jsonb NOT NULL,
  idempotency_key text UNIQUE,
  published_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  consumed_at timestamptz,
  consumed_by uuid
);
CREATE INDEX message_buffered ON engine.message (name, published_at) WHERE consumed_at IS NULL;
CREATE INDEX message_expiry ON engine.message (expires_at);

-- attempt_at is when the job may be taken; whoever takes it moves it to the end of the lease.
CREATE TABLE engine.job (
  instance_id uuid NOT NULL,
  key int NOT NULL,
  element_id text NOT NULL,
  topic text NOT NULL,
  properties jsonb NOT NULL,
  retries int NOT NULL,
  attempt_at timestamptz NOT NULL,
  locked_by text,
  last_error text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (instance_id, key)
);
CREATE INDEX job_due ON engine.job (topic, attempt_at);

CREATE TABLE engine.incident (
  instance_id uuid NOT NULL,
  key int NOT NULL,
  owner_key int,
  definition_id uuid NOT NULL,
  element_id text NOT NULL,
  code text NOT NULL,
  message text NOT NULL,
  raised_at timestamptz NOT NULL,
  PRIMARY KEY (instance_id, key)
);
CREATE INDEX incident_raised ON engine.incident (raised_at, instance_id, key);

CREATE TABLE engine.outbox (
  id uuid PRIMARY KEY,
  instance_id uuid,
  topic text NOT NULL,
  payload jsonb NOT NULL,
  idempotency_key text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  attempt_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  delivered_at timestamptz,
  given_up_at timestamptz,
  last_error text
);
CREATE INDEX outbox_due ON engine.outbox (attempt_at, id) WHERE delivered_at IS NULL AND given_up_at IS NULL;
CREATE INDEX outbox_delivered ON engine.outbox (delivered_at) WHERE delivered_at IS NOT NULL;

CREATE TABLE engine.calendar_override (
  calendar_id text NOT NULL,
  date date NOT NULL,
  working boolean NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (calendar_id, date)
);

-- The history: replaying the events of an instance gives its state.
CREATE TABLE engine.journal (
  instance_id uuid NOT NULL,
  revision int NOT NULL,
  at timestamptz NOT NULL,
  command jsonb NOT NULL,
  actor jsonb NOT NULL,
  events jsonb NOT NULL,
  PRIMARY KEY (instance_id, revision)
);

CREATE FUNCTION engine.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table engine.% is append-only: % refused', TG_TABLE_NAME, TG_OP;
END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON engine.journal
  FOR EACH STATEMENT EXECUTE FUNCTION engine.refuse_change();
`;
