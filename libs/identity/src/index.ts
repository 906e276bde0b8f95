// Module and schema
export { IdentityModule } from './identity.module.js';
export { identityEntities, identityMigrations } from './identity.schema.js';

// Who may do what where
export { AccessService, type UnitScope } from './access/access.service.js';
export { permissionNames, permissions, type Permission } from './access/permission.js';
export { PrincipalService } from './access/principal.service.js';
export type { Due, Principal, PrincipalGrant } from './access/principal.js';

// Absences
export { absenceSchema, type Absence, type NewAbsence } from './absences/absence.js';
export { AbsenceService, type Peer } from './absences/absence.service.js';

// People who leave
export { departureSchema, type Departure, type NewDeparture } from './departures/departure.js';
export { DepartureService } from './departures/departure.service.js';

// Accounts and roles
export type { Account } from './accounts/account.entity.js';
export { AccountService, type AccountDraft } from './accounts/account.service.js';
export { AccountRescue } from './accounts/account-rescue.service.js';
export { OwnPasswordService } from './accounts/own-password.service.js';
export { hashPassword } from './accounts/password-hash.js';
export { defaultRoles, type DefaultRole } from './roles/default-roles.js';
export { GrantService, type GrantOrder } from './roles/grant.service.js';
export type { Role } from './roles/role.entity.js';

// People
export { PeopleService, type PeopleQuery, type Person, type PersonOfUnit } from './people/people.service.js';

// Sign-in
export { AuthService, type IssuedToken, type OpenedSession } from './sign-in/auth.service.js';
export type { ClientAddress } from './sign-in/client.js';
export type { SessionEnd } from './sign-in/session-store.js';
export { SignInSettingsService } from './sign-in/sign-in-settings.service.js';
export {
  signInSettingsChangeSchema,
  signInSettingsSchema,
  type SettledSignIn,
  type SignInSettingsChange,
} from './sign-in/sign-in-settings.js';
export { SessionService, type OwnSession } from './sign-in/session.service.js';
export { csrfTokenFits, csrfTokenOf } from './sign-in/secrets.js';

// Sign-in by a provider
export { ProviderAttempts } from './provider/provider-attempts.js';
export { ProviderSignIn, type ProviderPerson } from './provider/provider-sign-in.service.js';
// Second factor
export type { PasskeyAnswer, PasskeyRequest } from './passkeys/passkey-check.js';
export { PasskeyService, type MadePasskey, type NewPasskeyRequest, type Passkey } from './passkeys/passkey.service.js';
export { SecondFactorService } from './second-factor/second-factor.service.js';
export type { NewTotp, SecondFactorState } from './second-factor/second-factor.js';

// Tokens of programs
export { ApiTokenService, type MadeApiToken } from './api-tokens/api-token.service.js';
export { apiTokenSchema, newApiTokenSchema, type ApiToken, type NewApiToken } from './api-tokens/api-token.js';
// Audit trail
export { auditActor } from './audit/audit-actor.js';
export type { AuditActor, AuditDraft, AuditEntry } from './audit/audit-entry.js';
export type { AuditCheck } from './audit/audit-check.js';
export type { AuditFilter } from './audit/audit-search.queries.js';
export { AuditTrail, type AuditVerdict } from './audit/audit-trail.js';

// Personal data
export { maskName, maskPhone } from './masking/masking.rules.js';
export { foreignNumbersIn, maskedForStaff, maskForAll, maskForStaff } from './masking/personal-numbers.rules.js';
export { isPhone, parsePhone, type Phone } from './phone/phone.rules.js';

// Errors
export { accountUnknown, outsideScope, permissionMissing, signInFailed, signInLocked } from './identity.errors.js';

// Demo
export { demoPeople, type DemoPerson } from './demo/demo-people.js';
export { seedDemoIdentity, type DemoSettings } from './demo/seed-demo.js';
