import { Module } from '@nestjs/common';
import { IdentityModule } from '@lianban/identity';
import { HomeCards } from './home-cards.service.js';
import { HomeService } from './home.service.js';

/** The home page. A lib with cards of its own imports it to register them. */
@Module({ imports: [IdentityModule], providers: [HomeCards, HomeService], exports: [HomeCards, HomeService] })
export class HomeModule {}
