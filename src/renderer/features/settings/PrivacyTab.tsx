import { Column } from '../../ui/Section.tsx'
import { PersonSection } from './PersonSection.tsx'
import { RetentionSection } from './RetentionSection.tsx'

/** How long what is kept, and a customer who wants to see it or wants it gone. */
export function PrivacyTab() {
  return (
    <Column>
      <RetentionSection />
      <PersonSection />
    </Column>
  )
}
