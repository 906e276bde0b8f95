import type { ParsedXml } from './moddle-element.js';
import type { ProblemList } from './problem-list.js';

/** Larger files are refused before they are parsed. */
const MAX_CHARACTERS = 20_000_000;

interface Moddle {
  fromXML(xml: string): Promise<ParsedXml>;
}

/** Parses a file into its element tree; whatever the parser finds wrong becomes a problem. */
export async function parseXml(moddle: Moddle, xml: string, problems: ProblemList): Promise<ParsedXml | undefined> {
  if (xml.length > MAX_CHARACTERS) {
    problems.error(
      'file-too-large',
      undefined,
      `the file has ${xml.length} characters; at most ${MAX_CHARACTERS} are accepted`,
    );
    return undefined;
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    problems.error('xml-doctype', undefined, 'the file contains a DOCTYPE or ENTITY declaration; remove it');
    return undefined;
  }
  if (xml.includes('\ufffd')) {
    const message = 'the file is not in the encoding that it declares; save it as UTF-8';
    problems.error('xml-encoding', undefined, message);
    return undefined;
  }
  try {
    const parsed = await moddle.fromXML(xml);
    for (const warning of parsed.warnings) {
      // The text is decoded already, whatever it says of its bytes.
      if (warning.message.startsWith('unsupported document encoding')) continue;
      const unresolved = warning.message.startsWith('unresolved reference');
      const code = unresolved ? 'reference-unresolved' : 'xml-content';
      // How a diagram is drawn does not keep it from running.
      const severity = isDrawing(warning) ? 'warning' : 'error';
      problems[severity](code, warning.element?.id, firstLine(warning.message));
    }
    return parsed;
  } catch (error) {
    problems.error(
      'xml-syntax',
      undefined,
      `the file is not readable: ${firstLine(error instanceof Error ? error.message : String(error))}`,
    );
    return undefined;
  }
}

/** Whether the parser complains of diagram interchange: shapes, edges, colours, positions. */
function isDrawing({ message, element }: ParsedXml['warnings'][number]): boolean {
  return /^(?:bpmndi|dmndi|di|dc|biodi):/.test(
    element?.$type ?? /^unparsable content <([^>]*)>/.exec(message)?.[1] ?? '',
  );
}

/** The parser's messages carry line, column and the nested cause on lines of their own. */
function firstLine(message: string): string {
  return message.replace(/\s*\n\s*/g, ', ');
}
