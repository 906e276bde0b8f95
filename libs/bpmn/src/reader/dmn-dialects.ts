import { DmnModdle } from 'dmn-moddle';

/**
 * DMN 1.1 to 1.5 differ in their namespaces and in boxed expressions that came with 1.4. The parser knows 1.3; so files
 * of other versions are read under its namespaces, with the newer expressions added.
 */
const NAMESPACES: readonly (readonly [other: RegExp, known: string])[] = [
  [
    /"https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20151101\/dmn\.xsd|(?:20180521|20211108|20230324|20240513)\/MODEL\/)"/gu,
    '"https://www.omg.org/spec/DMN/20191111/MODEL/"',
  ],
  [
    /"https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20180521|20211108|20230324|20240513)\/DMNDI\/"/gu,
    '"https://www.omg.org/spec/DMN/20191111/DMNDI/"',
  ],
];

/** The text of a DMN file as one of version 1.3. */
export function asDmn13(xml: string): string {
  return NAMESPACES.reduce((text, [other, known]) => text.replace(other, known), xml);
}

/** A parser of DMN 1.3 that knows the boxed expressions of 1.4 as well (DMN 1.4 §7.3.10 to §7.3.13). */
export function createDmnModdle(): DmnModdle {
  const known = new DmnModdle().getPackage('dmn');
  return new DmnModdle({ dmn: { ...known, types: [...known.types, ...boxed14] } });
}

const child = (name: string, type = 'ChildExpression') => ({ name, type, xml: { serialize: 'property' } });
const attribute = (name: string) => ({ name, isAttr: true, type: 'String' });

const boxed14 = [
  { name: 'ChildExpression', properties: [attribute('id'), { name: 'value', type: 'Expression' }] },
  { name: 'TypedChildExpression', superClass: ['ChildExpression'], properties: [attribute('typeRef')] },
  { name: 'Conditional', superClass: ['Expression'], properties: [child('if'), child('then'), child('else')] },
  { name: 'Filter', superClass: ['Expression'], properties: [child('in'), child('match')] },
  {
    name: 'Iterator',
    isAbstract: true,
    superClass: ['Expression'],
    properties: [attribute('iteratorVariable'), child('in', 'TypedChildExpression')],
  },
  { name: 'For', superClass: ['Iterator'], properties: [child('return')] },
  { name: 'Every', superClass: ['Iterator'], properties: [child('satisfies')] },
  { name: 'Some', superClass: ['Iterator'], properties: [child('satisfies')] },
];
