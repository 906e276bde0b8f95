// Module and schema
export { OutreachModule } from './outreach.module.js';
export { outreachEntities, outreachMigrations } from './outreach.schema.js';
