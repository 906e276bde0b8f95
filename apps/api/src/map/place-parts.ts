import { UnitContactKeeper } from '../organisation/unit-contact-keeper.service.js';
import { UnitContactsController } from '../organisation/unit-contacts.controller.js';
import { OpeningTimes } from '../stations/opening.service.js';
import { PublicStationsController } from '../stations/public-stations.controller.js';
import { DistrictMapController } from './district-map.controller.js';
import { ScreensController } from './screens.controller.js';

/** Controllers of what tells where units are, and what is shown on maps and screens. */
export const placeControllers = [
  UnitContactsController,
  PublicStationsController,
  DistrictMapController,
  ScreensController,
];

/** What they need. */
export const placeServices = [UnitContactKeeper, OpeningTimes];
