import { useFormat } from './format.ts'
import { useSay } from './i18n.tsx'

const dayOf = (at: Date) => `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`

/** What the items of a day stand under in a list: "Vandaag", "Gisteren", "di 24 nov". */
export function useDayHeading(): (iso: string) => string {
  const say = useSay()
  const format = useFormat()
  return (iso) => {
    const now = new Date()
    const today = dayOf(now)
    const yesterday = dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))
    const day = dayOf(new Date(iso))
    return day === today ? say('ui.today') : day === yesterday ? say('ui.yesterday') : format.date(iso, now)
  }
}
