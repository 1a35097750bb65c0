import { useSay } from '../../lib/i18n.tsx'
import { Section } from '../../ui/Section.tsx'

/** Billink has no harmless way to see whether address and key work; the first dispute shows it. */
export function DisputeCheck() {
  const say = useSay()
  return (
    <Section title={say('settings.check.title')}>
      <p>{say('settings.check.billink')}</p>
    </Section>
  )
}
