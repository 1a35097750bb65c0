/**
 * The practice environment's credentials. They are public, fixed and open nothing but this environment: a newcomer needs
 * none of their own, and practice accounts never touch the keychain. Their last four characters say which is which.
 */

/** Billink's `billinkUsername` (billink-dispute.txt, body parameters). */
export const practiceBillinkUsername = 'oefenwinkel'

/** Billink's `billinkId` (billink-dispute.txt, body parameters). */
export const practiceBillinkId = 'openbaar-oefen-id-billink-2468'

/** DigiWallet's organisation key (digiwallet-sale-note.txt, "HTTP Bearer Authenticatie"). */
export const practiceApiKey = 'openbare-oefensleutel-digiwallet-1357'
