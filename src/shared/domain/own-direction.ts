/** Letters that are written from right to left turn what stands beside them round. */
const fromRightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** SECURITY: a text of others within our own words, so that it turns none of them round. What steers is out of it already. */
export const inOwnDirection = (text: string): string => (fromRightToLeft.test(text) ? `\u2068${text}\u2069` : text)
