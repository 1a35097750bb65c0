/** As much of a cell or a text as a sentence about it quotes. */
export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
