import { brokenJournals, strayWaits, timersFiredTwice } from '@lianban/engine';
import type { Aftermath } from './storm.js';

/** What may not be after a storm, by what it would mean; every list is to be empty. */
export async function findings({ database, heard, ask }: Aftermath): Promise<Record<string, readonly unknown[]>> {
  const rows = async (text: string) => await database.query<Record<string, unknown>>({ text });
  const cases = await rows(`SELECT c.id, c.title, c.state,
      (SELECT count(*)::int FROM engine.task t JOIN engine.instance i ON i.id = t.instance_id
        WHERE i.root_id = c.instance_id) AS tasks
    FROM casework.case_file c`);
  const known = new Map(cases.map(({ id, title }) => [id, title]));
  const completions = await rows(`SELECT instance_id || '.' || (command ->> 'key') AS task, count(*)::int AS times
    FROM engine.journal WHERE command ->> 'type' = 'complete-element' GROUP BY 1`);
  const times = new Map(completions.map(({ task, times }) => [task, times]));
  const chains = (await ask('audit/chains')) as unknown as { brokenAt: unknown }[];
  return {
    'a case that was acknowledged is lost': [...heard.cases].filter(([title, id]) => known.get(id) !== title),
    'a case is there that nobody was told of': cases.filter(({ id, title }) => heard.cases.get(String(title)) !== id),
    'a request with one key made two cases': await rows(
      'SELECT title, count(*)::int AS times FROM casework.case_file GROUP BY 1 HAVING count(*) > 1',
    ),
    'a case has no task, or several, and is not closed': cases.filter(
      ({ state, tasks }) => tasks !== (state === 'closed' ? 0 : 1),
    ),
    'a completion that was acknowledged is lost or doubled': [...heard.completions].filter(
      (task) => times.get(task) !== 1,
    ),
    'a task was completed twice': completions.filter(({ times }) => times !== 1),
    'a timer fired twice': await timersFiredTwice(database),
    'a timer is overdue or was given up': await rows(
      `SELECT * FROM engine.timer WHERE attempts > 0 OR due_at < now() - interval '1 minute'`,
    ),
    'a term of seconds has not lapsed': await rows(
      `SELECT instance_id, element_id FROM engine.task WHERE element_id IN ('station-handle', 'street-coordinate')`,
    ),
    'a lapse of the journal is not in the history of the case, or is there twice': await rows(lapsesThatDiffer),
    'state and waiting rows differ': await strayWaits(database),
    'a state is not what its journal leads to': await brokenJournals(database),
    'an incident': await rows('SELECT * FROM engine.incident'),
    'something for outside was given up or not delivered': await rows(
      'SELECT topic, last_error FROM engine.outbox WHERE delivered_at IS NULL',
    ),
    'a case without its instance': await rows(`SELECT id FROM casework.case_file c
      WHERE NOT EXISTS (SELECT FROM engine.instance WHERE id = c.instance_id)`),
    'an instance that is neither a case nor beside one': await rows(`
      SELECT i.id, d.process_key FROM engine.instance i JOIN engine.definition d ON d.id = i.definition_id
        WHERE NOT EXISTS (SELECT FROM casework.case_file WHERE instance_id = i.root_id)
          AND NOT EXISTS (SELECT FROM casework.side_process WHERE id = i.root_id)`),
    'a chain of the audit trail is broken': chains.filter(({ brokenAt }) => brokenAt !== null),
    'an answer that nobody may get': heard.wrong,
  };
}

/** Cases whose history tells another number of lapses of station and street than their journal. */
const lapsesThatDiffer = `
  WITH fired AS (
    SELECT j.instance_id, count(*) AS n FROM engine.journal j, jsonb_array_elements(j.events) e
    WHERE e ->> 'type' = 'timer-fired' AND e ->> 'elementId' IN ('station-due', 'street-due') GROUP BY 1),
  told AS (SELECT case_id, count(*) AS n FROM casework.trail WHERE kind = 'lapsed' GROUP BY 1)
  SELECT c.id, fired.n AS fired, told.n AS told FROM casework.case_file c
    LEFT JOIN fired ON fired.instance_id = c.instance_id LEFT JOIN told ON told.case_id = c.id
    WHERE coalesce(fired.n, 0) <> coalesce(told.n, 0)`;
