/** What a record that can't be read means for the person who made it. */
export const damageMessages = {
  nl: {
    'damage.item':
      'Dit item is beschadigd opgeslagen. Balie verzendt het niet. Controleer bij de ontvanger of het al is aangekomen.',
    'outbox.accountDamaged':
      'De gegevens van dit account zijn beschadigd opgeslagen. Dit item wacht. Maak het account opnieuw aan en dien het item daar opnieuw in.',
    'outbox.answerNotStored':
      'Het antwoord kwam, maar kon niet worden opgeslagen: de schijf is vol of niet te beschrijven. Maak ruimte vrij en houd Balie open; Balie probeert het steeds opnieuw.',
    'bulk.rowDamaged':
      'Deze rij is beschadigd opgeslagen en wordt niet verzonden. Open het bestand opnieuw om de rij alsnog te verzenden.',
    'bulk.status.damaged': 'Beschadigd',
  },
  en: {
    'damage.item':
      'This item was damaged in storage. Balie will not send it. Check with the recipient whether it has arrived already.',
    'outbox.accountDamaged':
      "This account's details were damaged in storage. This item waits. Make the account anew and file the item there again.",
    'outbox.answerNotStored':
      'The answer came, but it could not be stored: the disk is full or cannot be written to. Free some space and keep Balie open; it goes on trying.',
    'bulk.rowDamaged': 'This row was damaged in storage and will not be sent. Open the file again to send the row after all.',
    'bulk.status.damaged': 'Damaged',
  },
} as const
