import { openAdHoc } from '../core/ad-hoc.js';
import { armEventSubProcesses } from '../core/event-sub-process.js';
import type { AdHocSubProcess } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Ad-hoc sub-process (BPMN 2.0 §13.3.5): performers choose what is done in it until its completion condition is true; without one, all of it is done once. */
export const adHocSubProcess: Behaviour<AdHocSubProcess> = {
  completable: false,
  enter(run, element, node) {
    armEventSubProcesses(run, element.key, node.id);
    openAdHoc(run, element, node);
  },
  chooseFlows: chooseUncontrolled,
};
