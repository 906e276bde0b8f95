import { Module } from '@nestjs/common';
import { EngineModule } from '@lianban/engine';
import { IdentityModule } from '@lianban/identity';
import { CaseworkModule } from './casework.module.js';
import { TermLedgers } from './ledger/term-ledger.service.js';
import { RelatedCases } from './related/related-cases.service.js';

/** What only the page of a case shows: the ledger of its clocks, and what else is known of its matter. */
@Module({
  imports: [CaseworkModule, EngineModule, IdentityModule],
  providers: [RelatedCases, TermLedgers],
  exports: [RelatedCases, TermLedgers],
})
export class CasePagesModule {}
