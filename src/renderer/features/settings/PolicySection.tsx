import { useSay } from '../../lib/i18n.tsx'
import { usePolicy } from '../../lib/preferences.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'

/** What the person's organisation has set, and what of it the administrator has to mend; nothing where it set nothing. */
export function PolicySection() {
  const say = useSay()
  const policy = usePolicy()
  if (policy?.source == null) return null
  const { source, set, troubles } = policy
  return (
    <Section title={say('policy.section')} description={say('policy.source', { source })}>
      {troubles.length > 0 && (
        <Notice tone="warn" title={say('policy.trouble.title')}>
          {troubles.map(({ kind, key }) => (
            <p key={`${kind} ${key ?? ''}`}>{say(`policy.trouble.${kind}`, { source, key: key ?? '' })}</p>
          ))}
        </Notice>
      )}
      <ul>
        {set.map((name) => (
          <li key={name}>{say(`policy.key.${name}`)}</li>
        ))}
      </ul>
    </Section>
  )
}
