/** How an account's key stands, and why a change of an account was refused; each with its next step. */
export const sentences = {
  'account.secret.public': 'Practice accounts use a public key. There is nothing to fill in.',
  'account.secret.stored': "The key is in your computer's keychain.",
  'account.secret.session': 'This computer has no keychain. The key stays in memory only: fill it in again after a restart.',
  'account.secret.missing': 'There is no key for this account yet. Fill in the key.',
  'account.secret.no-keychain':
    'This computer has no keychain. Fill in the key; Balie remembers it until you quit and writes it nowhere.',
  'account.secret.broken':
    'Balie cannot reach the keychain, because a part of Balie does not load. Install Balie again. A key that you fill in now is remembered until you quit.',
  'account.secret.locked': "Your computer's keychain is locked. Unlock the keychain and try again.",
  'account.secret.denied':
    'Your computer gave Balie no access to the keychain. Give Balie access, or ask your administrator, and try again.',
  'account.secretCharacters':
    'This key contains characters that cannot be sent, such as a space or a line break. Copy the key again.',
  'account.eraseLocked':
    'The old key cannot be erased: the keychain is locked. Unlock the keychain and try again. Nothing was changed.',
  'account.eraseDenied':
    'The old key cannot be erased: your computer gave Balie no access to the keychain. Give access and try again. Nothing was changed.',
  'account.eraseBroken':
    'The old key cannot be erased: Balie cannot reach the keychain. Install Balie again and try then. Nothing was changed.',
  'account.practiceKey': 'A practice account needs no key of its own. Make a new account for the real work.',
  'account.productionNotAllowed':
    'Your organisation sets up the accounts that really send itself. Choose practice, or ask your administrator for this account.',
  'account.organisations': 'Your organisation set up this account. Only its key is yours.',
  'account.fileLimitSet': 'Your organisation allows {limit, number} MB at most. Enter that, or less.',
  'account.hostNotAllowed': 'Your organisation does not allow this server. Choose another, or ask your administrator.',
  'account.kindFixed': 'An account belongs to one service. Make a new account for the other service.',
  'account.environmentFixed':
    "An account's environment is fixed, because drafts and items belong to it. Make a new account for another environment.",
  'account.unfinishedItems':
    'This account still has {count, plural, one {one item} other {# items}} in the Outbox. Send, correct or close {count, plural, one {it} other {them}} first.',
  'account.check.unavailable':
    'Balie has no request that tries a key without consequences. The first dispute shows whether it is right.',
  'account.check.practiceStopped': 'The practice environment is not running. Start Balie again.',
  'account.check.created':
    'The test note was created: address and key are right. This does not show whether the transaction exists.',
  'account.check.deleted': 'The test note was deleted again.',
} as const
