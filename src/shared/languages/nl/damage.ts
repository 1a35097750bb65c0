/** What a record that can't be read means for the person who made it. */
export const sentences = {
  'damage.item':
    'Dit item is beschadigd opgeslagen. Balie verzendt het niet. Controleer bij de ontvanger of het al is aangekomen.',
  'outbox.accountDamaged':
    'De gegevens van dit account zijn beschadigd opgeslagen. Dit item wacht. Maak het account opnieuw aan en dien het item daar opnieuw in.',
  'outbox.answerNotStored':
    'Het antwoord kwam, maar kon niet worden opgeslagen: de schijf is vol of niet te beschrijven. Maak ruimte vrij en houd Balie open; Balie probeert het steeds opnieuw.',
  'bulk.rowDamaged':
    'Deze rij is beschadigd opgeslagen en wordt niet verzonden. Open het bestand opnieuw om de rij alsnog te verzenden.',
  'bulk.status.damaged': 'Beschadigd',
} as const
