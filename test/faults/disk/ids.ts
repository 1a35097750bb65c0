/** The ids that a life on a failing disk gives, in their order. */
export const idOf = (life: string, count: number): `${string}-${string}-${string}-${string}-${string}` =>
  `00000000-0000-4000-${life.padStart(4, '0')}-${String(count).padStart(12, '0')}`
