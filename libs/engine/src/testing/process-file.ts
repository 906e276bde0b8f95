import type { SourceFile } from '../definitions/source-file.js';

/** A file around the elements of one process, for specs; `roots` are messages, signals and errors. */
export function processFile(id: string, elements: string, roots = ''): SourceFile {
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lianban="http://lianban.org/schema/bpmn"
  id="definitions-${id}" targetNamespace="https://lianban.dev/test">
${roots}<process id="${id}" isExecutable="true">${elements}</process></definitions>`;
  return { name: `${id}.bpmn`, content };
}

/** Elements one after another, by their XML and id: start → each → end. */
export function inARow(...elements: readonly (readonly [id: string, xml: string])[]): string {
  const ids = ['begun', ...elements.map(([id]) => id), 'ended'];
  const flows = ids
    .slice(1)
    .map((id, index) => `<sequenceFlow id="to-${id}" sourceRef="${ids[index]}" targetRef="${id}" />`);
  return `<startEvent id="begun" />${elements.map(([, xml]) => xml).join('')}<endEvent id="ended" />${flows.join('')}`;
}
