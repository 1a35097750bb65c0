const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether something typed into a draft holds what is searched, accents and capitals aside. */
export const holds = (fields: Readonly<Record<string, unknown>>, search: string): boolean => {
  const wanted = plain(search.trim())
  return Object.values(fields).some((value) => typeof value === 'string' && plain(value).includes(wanted))
}
