import type { FoundPlace } from '#shared/domain/privacy.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Switch } from '../../ui/Switch.tsx'

export interface FoundPlacesProps {
  readonly places: readonly FoundPlace[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

/** Where something of a customer was found, each to be erased or not; what can't be says why. */
export function FoundPlaces({ places, chosen, onChange }: FoundPlacesProps) {
  const say = useSay()
  const format = useFormat()
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  const about = ({ detail, at, state, count, kind }: FoundPlace): string =>
    [
      ...(detail === '' || kind === 'draft' ? [] : [detail]),
      ...(state === null ? [] : [say(`ui.status.${state}`)]),
      ...(at === null ? [] : [format.moment(at)]),
      ...(kind === 'run' || kind === 'log' ? [say('privacy.place.count', { count })] : []),
    ].join(' · ')
  return (
    <ul aria-label={say('privacy.found')}>
      {places.map((place) => (
        <li key={place.id}>
          <Switch
            label={[say(`privacy.place.${place.kind}`), place.label].filter((part) => part !== '').join(': ')}
            description={place.refusal === null ? about(place) : say(`privacy.refusal.${place.refusal}`)}
            isDisabled={place.refusal !== null}
            isSelected={chosen.has(place.id)}
            onChange={(isChosen) => choose(place.id, isChosen)}
          />
        </li>
      ))}
    </ul>
  )
}
