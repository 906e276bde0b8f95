import { CategoryTable } from './category-table.js';
import { PersonTable } from './person-table.js';
import { TablesController } from './tables.controller.js';
import { TablesService } from './tables.service.js';
import { UnitTable } from './unit-table.js';

/** Controllers of what comes and goes as sheets. */
export const tableControllers = [TablesController];

/** What they need. */
export const tableServices = [UnitTable, PersonTable, CategoryTable, TablesService];
