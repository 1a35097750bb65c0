/** Why an item stands as it does, in a clerk's words. `{vendor}` is a vendor's name; values are ICU MessageFormat. */
export const sentences = {
  'outcome.offline': 'Niet verzonden: deze computer heeft geen verbinding. Balie probeert het opnieuw.',
  'outcome.dns':
    'Niet verzonden: het adres van {vendor} is niet te vinden. Controleer je internetverbinding, of het adres bij Instellingen › Accounts. Balie probeert het opnieuw.',
  'outcome.refused': 'Niet verzonden: de server van {vendor} weigert de verbinding. Balie probeert het opnieuw.',
  'outcome.connectTimeout': 'Niet verzonden: de verbinding met {vendor} kwam niet op tijd tot stand. Balie probeert het opnieuw.',
  'outcome.proxy':
    'Niet verzonden: de proxy van je netwerk gaf geen verbinding met {vendor}. Balie probeert het opnieuw; vraag anders je beheerder.',
  'outcome.proxyPassword':
    'Niet verzonden: de proxy van je netwerk vraagt een wachtwoord. Meld je aan bij de proxy; daarna verzendt Balie dit.',
  'outcome.proxyPasswordRefused':
    'Niet verzonden: de proxy van je netwerk weigerde het wachtwoord. Meld je opnieuw aan bij de proxy.',
  'outcome.proxyScheme':
    'Niet verzonden: de proxy van je netwerk vraagt een aanmelding die Balie niet kent (zoals NTLM, Negotiate, Digest of een wachtwoord voor SOCKS). Vraag je beheerder om aanmelden met een wachtwoord (Basic), of om een uitzondering voor {vendor}.',
  'outcome.certificate':
    'Niet verzonden: Balie vertrouwt het certificaat van {vendor} niet. Vraag je beheerder om het te controleren en verzend daarna opnieuw.',
  'outcome.notSendable':
    'Niet verzonden: deze gegevens kunnen zo niet verzonden worden. Haal het item terug als concept en controleer de velden, het adres en de sleutel.',
  'outcome.fileLost':
    'Niet verzonden: het bestand is niet meer te lezen. Haal het item terug als concept en voeg het bestand opnieuw toe.',
  'outcome.stopped': 'Niet verzonden: Balie werd afgesloten. Het item wordt later alsnog verzonden.',
  'outcome.notSent':
    'Niet verzonden: de verbinding met {vendor} viel weg voordat er iets verzonden was. Balie probeert het opnieuw.',

  'outcome.tooMany': '{vendor} krijgt nu te veel verzoeken en heeft dit niet verwerkt. Balie wacht en probeert het opnieuw.',
  'outcome.keyRefused': '{vendor} weigerde de sleutel. Vul de juiste sleutel in bij Instellingen › Accounts.',
  'outcome.credentialsUnknown':
    '{vendor} kent deze inloggegevens niet. Controleer de gebruikersnaam en de sleutel bij Instellingen › Accounts.',
  'outcome.forbidden':
    '{vendor} geeft deze sleutel geen toegang. Vraag {vendor} om toegang of vul een andere sleutel in bij Instellingen › Accounts.',

  'outcome.refusedInput': '{vendor} keurde de invoer af. Verbeter de velden en verzend opnieuw.',
  'outcome.stoodThere': 'Dit stond al zo bij {vendor}. Er hoefde niets te veranderen.',
  'outcome.notRead':
    'Niet verzonden: {vendor} liet niet zien wat er nu staat (status {status}). Balie verandert niets wat het niet gelezen heeft en probeert het opnieuw.',

  'outcome.rejected':
    '{vendor} weigerde dit (status {status}). Controleer de velden en het adres van het account en verzend opnieuw.',
  'outcome.vendorCode': 'Foutcode: {code}',

  'outcome.unknown.server': '{vendor} meldt een storing (status {status}). Of de opdracht is uitgevoerd, is niet bekend.',
  'outcome.unknown.status408': '{vendor} zegt dat het te lang duurde (408). Of de opdracht is uitgevoerd, is niet bekend.',
  'outcome.unknown.redirect':
    'De server van {vendor} verwees door naar een ander adres (status {status}). Balie volgt dat niet, om je gegevens te beschermen. Of de opdracht is uitgevoerd, is niet bekend.',
  'outcome.unknown.timeout':
    '{step, select, sending {Het verzenden naar {vendor} viel stil voordat alles verzonden was.} sent {Alles is verzonden, maar {vendor} antwoordde niet op tijd.} other {Het antwoord van {vendor} begon, maar was niet op tijd compleet.}} Of de opdracht is uitgevoerd, is niet bekend.',
  'outcome.unknown.reset':
    '{step, select, sending {De verbinding met {vendor} viel weg tijdens het verzenden.} sent {Alles is verzonden, maar de verbinding met {vendor} viel weg voordat er antwoord kwam.} other {De verbinding met {vendor} viel weg tijdens het antwoord.}} Of de opdracht is uitgevoerd, is niet bekend.',
  'outcome.unknown.stopped':
    'Balie werd afgesloten {step, select, sending {tijdens het verzenden} sent {voordat {vendor} antwoordde} other {tijdens het antwoord van {vendor}}}. Of de opdracht is uitgevoerd, is niet bekend.',
  'outcome.unknown.fileLost':
    'Het bestand werd onleesbaar tijdens het verzenden. Balie brak het verzenden af voordat alles verzonden was. Of {vendor} er toch iets mee deed, is niet bekend.',
  'outcome.unknown.tooLarge':
    '{vendor} gaf een veel te groot antwoord; Balie brak het af. Of de opdracht is uitgevoerd, is niet bekend.',
  'outcome.unknown.unreadable':
    '{vendor} gaf een antwoord dat Balie niet kan lezen. Of de opdracht is uitgevoerd, is niet bekend.',
  'outcome.unknown.noSuccess':
    '{vendor} antwoordde (status {status}), maar bevestigde niets en weigerde niets. Of de opdracht is uitgevoerd, is niet bekend.',
} as const
