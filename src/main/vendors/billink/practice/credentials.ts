/**
 * Billink's credentials of the practice environment. They are public, fixed and open nothing else: a newcomer needs none of
 * their own, and practice accounts never touch the keychain. Their last four characters say which is which.
 */

/** `billinkUsername` (billink-dispute.txt, body parameters). */
export const practiceBillinkUsername = 'oefenwinkel'

/** `billinkId` (billink-dispute.txt, body parameters). */
export const practiceBillinkId = 'openbaar-oefen-id-billink-2468'
