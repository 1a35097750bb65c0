/** Mollie's key of the practice environment: public, and worth nothing elsewhere. A `test_` key, so that answers say `mode: test`. */
export const practiceMollieKey = 'test_openbareOefensleutelMollie9876'
