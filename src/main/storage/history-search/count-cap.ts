/** Above this a count is not worth its time: the screen says "1000+". */
export const countCap = 1000
