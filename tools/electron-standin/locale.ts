/** Languages whose region Chromium tells apart; for all others it knows one translation. */
const regional = new Set(['en-GB', 'en-US', 'es-419', 'pt-BR', 'pt-PT', 'zh-CN', 'zh-TW'])
const fallback = 'en-US'

type Environment = Record<string, string | undefined>

/** `nl_NL.UTF-8@euro` is `nl-NL`; the POSIX locale names no language. */
function toTag(locale: string): string | undefined {
  const [base = ''] = locale.split(/[.@]/)
  if (['', 'C', 'POSIX'].includes(base)) return undefined
  try {
    return Intl.getCanonicalLocales(base.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** The region's locale of the system, as `app.getSystemLocale()` gives it. */
export const systemLocale = ({ LC_ALL, LC_MESSAGES, LANG }: Environment): string =>
  toTag(LC_ALL || LC_MESSAGES || LANG || '') ?? fallback

/** The languages of the system in order of preference: `LANGUAGE` may name several. */
export function preferredLanguages(env: Environment): string[] {
  const listed = (env.LANGUAGE ?? '').split(':').map(toTag)
  return [...new Set([...listed, systemLocale(env)])].filter((tag) => tag !== undefined)
}

/** The app's own locale, one that Chromium has a translation for; the `--lang` switch wins. */
export function appLocale(env: Environment, lang?: string): string {
  const tag = (lang ? toTag(lang) : undefined) ?? preferredLanguages(env)[0] ?? fallback
  if (regional.has(tag)) return tag
  const [language = fallback, region] = tag.split('-')
  if (language === 'en') return region === undefined || region === 'US' ? fallback : 'en-GB'
  return language
}
