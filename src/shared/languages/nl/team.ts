/** Working in a team: connecting, what colleagues did, and why something waits for them. */
export const sentences = {
  'team.trouble.host': 'Er is geen server met de naam {host}. Controleer de naam bij Instellingen › Team, of vraag je beheerder.',
  'team.trouble.not-allowed': 'Je organisatie staat een team op {host} niet toe. Vraag je beheerder.',
  'team.trouble.refused':
    'Op {host}, poort {port}, antwoordt geen database. Controleer de poort, of vraag je beheerder of PostgreSQL draait.',
  'team.trouble.unreachable':
    'De verbinding met {host} viel weg. Controleer je netwerk of VPN; Balie probeert het vanzelf opnieuw.',
  'team.trouble.timeout': '{host} antwoordt niet op tijd. Controleer je netwerk of VPN; Balie probeert het vanzelf opnieuw.',
  'team.trouble.no-tls':
    '{host} biedt geen versleutelde verbinding (TLS). Balie verbindt alleen versleuteld; vraag je beheerder om TLS aan te zetten.',
  'team.trouble.untrusted':
    'Je computer kent de uitgever van het certificaat van {host} niet. Vul bij Instellingen › Team het certificaat in dat je van je beheerder kreeg.',
  'team.trouble.wrong-name':
    'Het certificaat van de server is niet voor {host}. Controleer de naam; klopt die, meld dit dan aan je beheerder.',
  'team.trouble.expired':
    'Het certificaat van {host} is nu niet geldig. Controleer de datum van je computer; klopt die, meld dit dan aan je beheerder.',
  'team.trouble.tls': 'De versleutelde verbinding met {host} mislukte. Meld dit aan je beheerder.',
  'team.trouble.not-scram':
    '{host} vraagt het wachtwoord op een onveilige manier. Balie meldt zich alleen aan met SCRAM; vraag je beheerder om dat in te stellen.',
  'team.trouble.password': '{host} kent {user} met dit wachtwoord niet. Vul het wachtwoord opnieuw in bij Instellingen › Team.',
  'team.trouble.no-login': '{user} mag zich op {host} niet aanmelden. Controleer de naam, of vraag je beheerder.',
  'team.trouble.no-database': 'Op {host} is geen database met de naam {database}. Controleer de naam, of vraag je beheerder.',
  'team.trouble.not-set-up':
    'In {database} op {host} is nog geen team ingericht. Vraag je beheerder: het gaat met het commando “npm run team -- init”.',
  'team.trouble.no-right': '{user} hoort niet bij dit team. Vraag je beheerder om je toe te voegen.',
  'team.trouble.full': '{host} heeft geen verbinding meer vrij. Balie probeert het vanzelf opnieuw; meld het als het blijft.',
  'team.trouble.starting': '{host} start nog op. Balie probeert het vanzelf opnieuw.',
  'team.trouble.not-yours': 'Het team staat dit {user} niet toe. Vraag je beheerder.',
  'team.trouble.version':
    'Deze versie van Balie past niet bij die van het team. Werk Balie bij; tot dan wordt er niets verzonden.',
  'team.trouble.too-old': 'De database op {host} is ouder dan PostgreSQL 15. Vraag je beheerder om een nieuwere.',
  'team.trouble.copied': 'Het logboek van Balie is een kopie. Balie meldt zich aan als een nieuwe computer.',
  'team.trouble.read-only': '{host} neemt nu geen wijzigingen aan. Balie probeert het vanzelf opnieuw; meld het als het blijft.',
  'team.trouble.disk-full': 'De schijf van {host} is vol. Meld dit aan je beheerder; tot dan wordt er niets verzonden.',
  'team.trouble.other':
    'De database van het team op {host} gaf een fout. Balie probeert het vanzelf opnieuw; meld het als het blijft.',
  'team.waits.connecting': 'Balie verbindt met je team; dit wordt daarna vanzelf verzonden.',
  'team.waits.unreachable': 'Je team is niet bereikbaar. Dit wordt vanzelf verzonden zodra het er weer is.',
  'team.waits.trouble': 'Balie kan niet bij je team. Kijk bij Instellingen › Team wat er is; dit wordt daarna vanzelf verzonden.',
  'team.waits.busy': '{clerk} is hiermee bezig. Balie wacht op de uitkomst.',
  'team.waits.busySomeone': 'Een collega is hiermee bezig. Balie wacht op de uitkomst.',
  'team.waits.untold':
    'De database van je team is teruggezet. Verzenden wacht tot deze computers weer verbinding maakten: {desks}.',
  'team.taken.sent':
    '{clerk} verzond dit al op {at, date, long} om {at, time, short}{number, select, none {} other {, met nummer {number}}}. Verzend het alleen nog eens als dat de bedoeling is.',
  'team.taken.leaving': '{clerk} is dit aan het verzenden. Wacht op de uitkomst, of verzend het ook als dat de bedoeling is.',
  'team.taken.waiting': '{clerk} heeft dit in Postvak UIT staan. Overleg eerst, of verzend het ook als dat de bedoeling is.',
  'team.taken.unknown':
    '{clerk} verzond dit op {at, date, long} om {at, time, short}, en de uitkomst is onbekend. Zoek eerst op of het is aangekomen.',
  'team.taken.closed':
    '{clerk} verzond dit op {at, date, long} om {at, time, short}; de uitkomst werd nooit bekend. Zoek eerst op of het is aangekomen.',
  'team.taken.missing': 'Een collega was eerder. Kijk bij Geschiedenis › Van het team voordat je dit verzendt.',
  'team.review.sent':
    '{clerk} verzond dit al op {at, date, long} om {at, time, short}{number, select, none {} other {, met nummer {number}}}.',
  'team.review.leaving': '{clerk} is dit nu aan het verzenden.',
  'team.review.waiting': '{clerk} heeft dit in Postvak UIT staan sinds {at, date, long}, {at, time, short}.',
  'team.review.unknown': '{clerk} verzond dit op {at, date, long} om {at, time, short}, en de uitkomst is onbekend.',
  'team.review.closed': '{clerk} verzond dit op {at, date, long} om {at, time, short}; de uitkomst werd nooit bekend.',
  'team.check.earlier': '{clerk} deed dit al, of is ermee bezig. Bij de rij staat wat en wanneer.',
  'team.review.unchecked':
    'Je team is nu niet bereikbaar: Balie kan niet zien of een collega dit al verzond. Dat gebeurt alsnog voordat dit wordt verzonden.',
  'team.lost.sent': 'Je team weet dat dit al verzonden is. Het wordt niet nog eens verzonden.',
  'team.lost.unknown': 'Je team weet dat dit al onderweg was. Zoek op of het is aangekomen.',
  'team.lost.ended': 'Je team weet dat dit item al is afgehandeld. Het wordt niet meer verzonden.',
  'team.decided.arrived': '{clerk} zocht op dat dit is aangekomen.',
  'team.decided.closed': '{clerk} sloot dit item zonder dat de uitkomst bekend werd.',
  'team.history.whose': 'Van wie',
  'team.history.mine': 'Van mij',
  'team.history.team': 'Van het team',
  'team.history.list': 'Alles wat je team verzond',
  'team.history.search': 'Zoek in wat je team verzond',
  'team.history.letters': 'Typ minstens drie tekens om bij je team te zoeken.',
  'team.history.clerk': 'Collega',
  'team.history.clerk.all': 'Iedereen',
  'team.history.failed': 'De geschiedenis van je team is nu niet te laden.',
  'team.history.connecting': 'Balie verbindt met je team. Probeer het zo nog eens.',
  'team.item.mine': '{clerk} (op deze computer)',
  'team.item.decidedBy': 'Beslist door',
  'team.item.unknown':
    '{clerk} verzond dit, en de uitkomst is onbekend. Zoek bij de dienst op of het is aangekomen, en leg dat hier vast voor iedereen.',
  'team.item.unknown.early':
    '{clerk} verzond dit, en de uitkomst is onbekend. De computer van {clerk} kan nog bezig zijn met verzenden: beslis na {at, time, short}.',
  'team.item.unknown.mine': 'De uitkomst is onbekend. Zoek op of het is aangekomen, en beslis in Postvak UIT.',
  'team.item.arrived': 'Aangekomen',
  'team.item.arrived.text':
    'Leg alleen vast dat dit is aangekomen als je het bij de dienst zag. {clerk} en je team zien dat jij het opzocht.',
  'team.item.close': 'Sluiten zonder uitkomst',
  'team.item.close.text': 'Niemand zoekt hierna nog op of dit is aangekomen. {clerk} en je team zien dat jij het sloot.',
  'team.item.number': 'Nummer bij de dienst',
  'team.item.decidedElse':
    'Dit is intussen veranderd: een ander besliste al, of de uitkomst is bekend. Kijk hoe het er nu voor staat.',
  'team.item.erase': 'Tekst wissen',
  'team.item.erase.title': 'Tekst wissen voor het hele team?',
  'team.item.erase.text':
    'Wat er over de klant staat, verdwijnt bij het team en komt niet terug. Dat dit is verzonden en wanneer, blijft bekend. Op de computer van wie het indiende, wis je het bij Instellingen › Privacy.',
  'team.act.arrived': 'Aangekomen, volgens {clerk}',
  'team.act.close': 'Gesloten zonder uitkomst door {clerk}',
  'team.act.send-past': 'Nog eens verzonden door {clerk}',
  'team.act.erase': 'Tekst gewist door {clerk}',
  'team.title': 'Team',
  'team.intro':
    'Werk je met collega’s voor dezelfde winkel? Met een team verzendt niemand wat een collega al verzond. Zonder team verandert er niets.',
  'team.invitation': 'Uitnodiging openen…',
  'team.invitation.wrong': 'Dit is geen uitnodiging van een team. Kies het bestand dat je van je beheerder kreeg.',
  'team.host': 'Server',
  'team.host.hint': 'De naam van de computer met de database, zoals je die van je beheerder kreeg.',
  'team.port': 'Poort',
  'team.database': 'Database',
  'team.user': 'Gebruikersnaam',
  'team.password': 'Wachtwoord',
  'team.password.hint': 'Balie bewaart het in de sleutelbos van je computer en stuurt het alleen naar deze server.',
  'team.ca': 'Certificaat',
  'team.ca.hint': 'Alleen als je beheerder er een gaf: plak de hele tekst, van BEGIN tot en met END.',
  'team.connect': 'Verbinden',
  'team.connected': 'Je bent verbonden met je team.',
  'team.disconnect': 'Team verlaten',
  'team.disconnect.confirm': 'Team verlaten?',
  'team.disconnect.text':
    'Balie vergeet de server en het wachtwoord, en kijkt niet meer of een collega iets al verzond. Wat je verzond blijft bij het team bekend.',
  'team.disconnected': 'Je hebt het team verlaten.',
  'team.state.online': 'Verbonden als {clerk}',
  'team.state.connecting': 'Bezig met verbinden…',
  'team.state.telling': 'Balie vertelt het team wat je verzond…',
  'team.state.untold': 'De database is teruggezet. Verzenden wacht op: {desks}.',
  'team.goOnWithout': 'Verder zonder {label}',
  'team.goOnWithout.text':
    'Wat {label} open had staan, leest dan als onbekend. Doe dit alleen als die computer niet terugkomt, en zoek eerst op wat er is aangekomen.',
  'team.accounts': 'Accounts van het team',
  'team.accounts.hint': 'Koppel je eigen account aan dat van het team. Je sleutel blijft op je eigen computer.',
  'team.accounts.none': 'Het team heeft nog geen accounts. Vraag je beheerder.',
  'team.accounts.link': 'Jouw account voor {name}',
  'team.accounts.unlinked': 'Niet gekoppeld',
  'team.accounts.noMatch': 'Je hebt geen account met hetzelfde adres en dezelfde gebruiker. Maak er een bij Accounts.',
  'team.banner.offline': 'Je team is niet bereikbaar',
  'team.banner.untold': 'De database van je team is teruggezet',
  'team.banner.waits':
    '{count, plural, =0 {Schrijven en indienen gaan gewoon door; wat je indient, wacht.} one {Schrijven en indienen gaan gewoon door; 1 item wacht en wordt vanzelf verzonden.} other {Schrijven en indienen gaan gewoon door; {count, number} items wachten en worden vanzelf verzonden.}}',
  'team.banner.settings': 'Naar Instellingen › Team',
  'team.fields.required': 'Vul dit in.',
  'team.saved.session': 'Deze computer heeft geen sleutelbos: Balie onthoudt het wachtwoord tot je afsluit.',
  'team.keychain.failed': 'Het wachtwoord kon niet worden bewaard: de sleutelbos is vergrendeld of gaf geen toegang.',
} as const
