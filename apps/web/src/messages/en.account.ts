import { plural } from './plural.js';
import type * as zhCN from './zh-CN.account.js';

/** How one's own account is kept safe: password, second factor, sessions. */
export const account: typeof zhCN.account = {
  title: 'Sign-in and safety',
  password: {
    title: 'Password',
    hint: 'A change signs you out on all other computers and telephones.',
    change: 'Change the password',
    current: 'Present password',
    next: 'New password',
    again: 'New password again',
    different: 'The two new passwords differ',
    missing: 'Please enter a password',
    rule: 'At least 10 characters, of at least three kinds (capitals, small letters, digits, others), without the user name, and none that you used lately.',
    done: 'The password is changed',
  },
  factor: {
    title: 'Second factor',
    hint: 'At sign-in you enter, besides the password, the 6 digits that an authenticator app on your telephone shows.',
    off: 'Off',
    on: (since, left) => `On since ${since}, ${plural(left, 'recovery code')} left`,
    few: 'You are running out of recovery codes; please make new ones.',
    begin: 'Set up a second factor',
    replace: 'Change the app',
    renew: 'New recovery codes',
    remove: 'Give up the second factor',
    confirm: 'Please show first that it is you',
    code: 'Code',
    codeHint: 'The 6 digits that the app shows now; a recovery code works too',
    codeMissing: 'Please enter the code',
    next: 'Next',
    scan: 'Scan the QR code with the authenticator app, then enter the 6 digits that it shows.',
    qr: 'QR code for the authenticator app',
    secret: 'Where you cannot scan it, type this key into the app:',
    finish: 'Finish',
    codesTitle: 'Please keep your recovery codes',
    codesHint:
      'Without your telephone, a recovery code takes the place of the 6 digits; each works once. They are shown this once only: copy or print them and keep them safe, not on this computer.',
    copyCodes: 'Copy the codes',
    saved: 'I have kept them',
    removed: 'The second factor is given up',
  },
  sessions: {
    title: 'Signed-in devices',
    hint: 'Where you see a device that you do not know, sign it out at once and change your password.',
    device: (browser, system) =>
      browser || system ? `${system ?? 'Unknown system'} · ${browser ?? 'unknown browser'}` : 'Unknown device',
    current: 'This one',
    opened: (at) => `signed in ${at}`,
    seen: (at) => `last used ${at}`,
    from: (ip) => `from ${ip}`,
    end: 'Sign out',
    endOf: (device) => `Sign out ${device}`,
    endOthers: 'Sign out everywhere else',
    ended: 'Signed out',
  },
  due: {
    password: 'Please change your password first',
    passwordHint:
      'The present one was set by an administrator, or is too old. Once you have one that only you know, you can go on.',
    factor: 'Please set up a second factor first',
    factorHint:
      'Your role needs something besides the password at sign-in. Once it is set up you can go on; it takes about two minutes.',
  },
  rescue: {
    title: 'Safety of the account',
    resetPassword: 'Reset the password',
    temporary: 'Temporary password',
    temporaryHint:
      'Tell it to the person face to face or by telephone; they have to change it at sign-in. They are signed out everywhere at once.',
    resetFactor: 'Take the second factor away',
    resetFactorConfirm:
      'They are signed out everywhere at once, and sign in by the password alone. Are you sure that they asked for it?',
    endSessions: 'Sign out everywhere',
    endSessionsConfirm: 'They are signed out at once on all computers and telephones. Are you sure?',
  },
};
