/** Why a file was not attached, and what to do. `found` is what the file is by its content (main's `recognise`). */
export const sentences = {
  'attachment.noExtension':
    '“{name}” heeft geen extensie. Geef het bestand een naam die eindigt op de bestandssoort, zoals .pdf of .png.',
  'attachment.noExtensionKnown':
    '“{name}” heeft geen extensie en is {found, select, png {een png-afbeelding} pdf {een pdf} jpg {een jpeg-foto} doc {een Word-document (.doc)} docx {een Word-document (.docx)} other {een heic-foto}}. Geef het een naam die eindigt op .{rightExtension}.',
  'attachment.otherEnding': '“{name}” kan zo niet mee. Geef het een naam die eindigt op .{rightExtension}.',
  'attachment.cutOff':
    '“{name}” is niet heel: het einde ontbreekt, dus het kan niet geopend worden. Download het opnieuw of sla het nog eens op, en voeg het dan toe.',
  'attachment.format':
    '“{name}” is niet toegevoegd: .{extension}-bestanden kunnen niet mee. Sla het op als pdf en voeg dat toe. Ook png, jpg, jpeg, doc, docx en heic mogen.',
  'attachment.empty': '“{name}” is leeg (0 bytes). Kies het bestand opnieuw, of sla het eerst nog eens op.',
  'attachment.tooLarge':
    '“{name}” is groter dan {limit, number} MB, de grens van dit account. Maak het kleiner, of verhoog de grens bij Instellingen › Accounts.',
  'attachment.tooLargeNamed':
    '“{name}” is {size, number} MB; dit account neemt bestanden tot {limit, number} MB. Maak het kleiner, of verhoog de grens bij Instellingen › Accounts.',
  'attachment.otherExtension':
    '“{name}” heet .{extension} maar is {found, select, png {een png-afbeelding} pdf {een pdf} jpg {een jpeg-foto} doc {een Word-document (.doc)} docx {een Word-document (.docx)} gif {een gif-afbeelding} webp {een webp-afbeelding} tiff {een tiff-afbeelding} avif {een avif-afbeelding} bmp {een bmp-afbeelding} other {een heic-foto}}. Geef het een naam die eindigt op .{rightExtension}, of kies het bestand dat je bedoelde.',
  'attachment.otherContent':
    '“{name}” heet .{extension} maar is {found, select, excel {een Excel-bestand} powerpoint {een PowerPoint-bestand} office {een ander Office-bestand} opendocument {een OpenDocument-bestand} zip {een zip-bestand} rtf {een rtf-document} webpage {een webpagina} otherWord {een Word-document met macro’s of een sjabloon} gif {een gif-afbeelding} webp {een webp-afbeelding} tiff {een tiff-afbeelding} avif {een avif-afbeelding} msg {een Outlook-bericht} bmp {een bmp-afbeelding} video {een video} other {een ander soort bestand, of beschadigd}}. Open het en sla het op als pdf, of kies het bestand dat je bedoelde.',
  'attachment.password':
    '“{name}” is beveiligd met een wachtwoord; de ontvanger kan het dan niet openen. Sla het op zonder wachtwoord en voeg het opnieuw toe.',
  'attachment.doubt.cutOff':
    'Het einde van dit bestand lijkt te ontbreken; misschien kan de ontvanger het niet openen. Open het zelf om te kijken of het heel is.',
  'attachment.doubt.locked':
    'Dit bestand is beveiligd; misschien vraagt het de ontvanger om een wachtwoord. Open het zelf om dat te zien, of sla het op zonder beveiliging.',
  'attachment.doubt.otherWord':
    'Dit bestand heet .docx maar is een Word-document met macro’s of een sjabloon; misschien kan de ontvanger het niet openen. Sla het op als gewone docx of als pdf.',
  'attachment.missing': '“{name}” is er niet meer. Kies het bestand opnieuw.',
  'attachment.notAFile': '“{name}” is geen bestand maar een map of apparaat. Kies een bestand.',
  'attachment.unreadable':
    '“{name}” kan niet gelezen worden. Controleer of je het mag openen en of de schijf of netwerkmap er is.',
  'attachment.changed': '“{name}” veranderde terwijl Balie het las. Sla het op, sluit het en voeg het opnieuw toe.',
  'attachment.tokenGone': 'Het bestand ligt niet meer klaar. Sleep, plak of kies het opnieuw.',
  'attachment.lost': '“{name}” is op deze computer niet meer te lezen. Je tekst is bewaard; voeg het bestand opnieuw toe.',
  'attachment.diskFull': 'De schijf is vol, dus “{name}” is niet toegevoegd. Maak ruimte vrij en voeg het opnieuw toe.',
  'attachment.diskRefused':
    'Balie kan “{name}” niet bewaren in zijn gegevensmap. Vraag je beheerder om schrijfrechten en voeg het opnieuw toe.',
  'attachment.keychainLocked':
    'De sleutelbos van je computer is vergrendeld, dus “{name}” is niet toegevoegd. Ontgrendel de sleutelbos en voeg het bestand opnieuw toe.',
  'attachment.keychainBroken':
    'Balie kan de sleutelbos niet bereiken, dus “{name}” is niet toegevoegd: het zou onversleuteld blijven liggen. Installeer Balie opnieuw en voeg het bestand dan toe.',
  'attachment.keychainDenied':
    'Je computer gaf Balie geen toegang tot de sleutelbos, dus “{name}” is niet toegevoegd. Geef toegang en voeg het bestand opnieuw toe.',
} as const
