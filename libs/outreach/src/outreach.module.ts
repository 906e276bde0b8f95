import { Module } from '@nestjs/common';
import { CaseworkModule } from '@lianban/casework';
import { EngineModule } from '@lianban/engine';
import { IdentityModule } from '@lianban/identity';
import { OrganisationModule } from '@lianban/organisation';

/** What units do for residents beside the cases: what they pledge, and when they receive. */
@Module({
  imports: [CaseworkModule, EngineModule, IdentityModule, OrganisationModule],
})
export class OutreachModule {}
