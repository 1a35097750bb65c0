/** DigiWallet's organisation key of the practice environment (digiwallet-sale-note.txt, "HTTP Bearer Authenticatie"): public, and worth nothing elsewhere. */
export const practiceApiKey = 'openbare-oefensleutel-digiwallet-1357'
