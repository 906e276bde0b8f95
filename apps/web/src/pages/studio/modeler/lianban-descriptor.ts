/**
 * Our extension elements and attributes for bpmn-moddle, so that they are kept when an element is copied or becomes
 * another. What is not named here stays in the file as it stands.
 */
export const lianbanDescriptor = {
  name: 'Lianban',
  prefix: 'lianban',
  uri: 'http://lianban.org/schema/bpmn',
  xml: { tagAlias: 'lowerCase' },
  types: [
    trait('Handled', ['bpmn:UserTask', 'bpmn:Lane'], ['unit', 'assignee', 'candidateUsers', 'candidateGroups']),
    trait(
      'HumanStep',
      ['bpmn:UserTask'],
      ['taskForm', 'dueDate', 'level', 'checks', 'callback', 'ruled', 'answers', 'queue'],
    ),
    trait(
      'Service',
      ['bpmn:ServiceTask', 'bpmn:SendTask'],
      ['topic', 'expression', 'resultVariable', 'retries', 'retryTimeCycle', 'priority'],
    ),
    trait('Scripted', ['bpmn:ScriptTask'], ['resultVariable']),
    trait('Decided', ['bpmn:BusinessRuleTask'], ['decision', 'resultVariable']),
    trait('Called', ['bpmn:CallActivity'], ['calledElementBinding', 'calledElementVersion', 'inheritVariables']),
    trait('Timed', ['bpmn:TimerEventDefinition'], ['calendar']),
    trait('TermEvent', ['bpmn:BoundaryEvent'], ['term']),
    element('Outcome', ['id', 'name', 'opinion', 'act', 'closes', 'tries']),
    element('Input', ['source', 'target']),
    element('Output', ['source', 'target']),
    element('In', ['source', 'sourceExpression', 'target', 'variables']),
    element('Out', ['source', 'sourceExpression', 'target', 'variables']),
  ],
};

function trait(name: string, of: readonly string[], attributes: readonly string[]) {
  return { name, extends: [...of], properties: attributes.map(attribute) };
}

function element(name: string, attributes: readonly string[]) {
  return { name, superClass: ['Element'], properties: attributes.map(attribute) };
}

function attribute(name: string) {
  return { name, isAttr: true, type: 'String' };
}
