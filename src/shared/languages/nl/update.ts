/** What is said of newer versions of Balie. */
export const sentences = {
  'update.section': 'Bijwerken',
  'update.check': 'Zoek naar een nieuwe versie',
  'update.off.unpacked': 'Deze Balie draait vanuit de broncode en werkt zichzelf niet bij.',
  'update.off.no-feed': 'Deze Balie kent geen plek met nieuwe versies. Vraag je beheerder naar een nieuwe versie.',
  'update.off.policy': 'Je organisatie werkt Balie zelf bij.',
  'update.idle': 'Balie zoekt zelf een paar keer per dag naar een nieuwe versie.',
  'update.checking': 'Balie zoekt naar een nieuwe versie…',
  'update.newest': 'Je hebt de nieuwste versie.',
  'update.told.title': 'Balie {version} is er',
  'update.told.text': 'Werk Balie bij zoals je andere programma’s, of vraag het je beheerder. Balie vervangt zichzelf hier niet.',
  'update.downloading': 'Balie {version} wordt opgehaald. Je kunt gewoon doorwerken.',
  'update.ready.title': 'Balie {version} staat klaar',
  'update.ready.text':
    'Bij het afsluiten wordt Balie bijgewerkt, als er dan niets meer wacht. Nu bijwerken sluit Balie, met de gewone vragen, en opent de nieuwe versie. Wat je invulde en verzond, blijft staan.',
  'update.preparing': 'Balie {version} wordt klaargezet. Balie sluit daarna vanzelf, met de gewone vragen.',
  'update.install': 'Nu bijwerken',
  'update.notes': 'Wat is er nieuw',
  'update.failed.offline': 'Balie kon niet naar een nieuwe versie zoeken: er is geen verbinding. Probeer het later opnieuw.',
  'update.failed.untrusted':
    'Wat de server stuurde, is niet ondertekend door de makers van Balie. Er is niets opgehaald. Moet je op dit netwerk eerst ergens inloggen? Doe dat, en probeer het opnieuw. Anders: zeg het je beheerder.',
  'update.failed.stale':
    'De lijst met nieuwe versies op de server is verouderd: die is van lang geleden, of ouder dan een die hier al was. Balie neemt er niets uit. Zeg het je beheerder.',
  'update.failed.not-taken':
    'Dit systeem nam de nieuwe versie niet aan. Staat Balie in de map Programma’s? Zet Balie daar neer, en zoek opnieuw. Staat Balie daar al? Zeg het je beheerder.',
  'update.failed.damaged': 'De nieuwe versie kwam beschadigd aan en is weggegooid. Probeer het later opnieuw.',
  'update.failed.server': 'De server met nieuwe versies gaf geen bruikbaar antwoord. Probeer het later opnieuw.',
}
