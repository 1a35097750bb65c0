/** Why a file was not attached, and what to do. `found` is what the file is by its content (main's `recognise`). */
export const sentences = {
  'attachment.noExtension': '“{name}” has no extension. Give the file a name that ends in the file type, such as .pdf or .png.',
  'attachment.noExtensionKnown':
    '“{name}” has no extension and is {found, select, png {a png image} pdf {a pdf} jpg {a jpeg photo} doc {a Word document (.doc)} docx {a Word document (.docx)} other {a heic photo}}. Give it a name that ends in .{rightExtension}.',
  'attachment.otherEnding': '“{name}” cannot go like this. Give it a name that ends in .{rightExtension}.',
  'attachment.cutOff':
    '“{name}” is not whole: its end is missing, so it cannot be opened. Download or save it once more, and attach it then.',
  'attachment.format':
    '“{name}” was not attached: .{extension} files cannot go along. Save it as a pdf and attach that. Png, jpg, jpeg, doc, docx and heic are accepted too.',
  'attachment.empty': '“{name}” is empty (0 bytes). Choose the file again, or save it once more first.',
  'attachment.tooLarge':
    "“{name}” is larger than {limit, number} MB, this account's limit. Make it smaller, or raise the limit in Settings › Accounts.",
  'attachment.tooLargeNamed':
    '“{name}” is {size, number} MB; this account takes files up to {limit, number} MB. Make it smaller, or raise the limit in Settings › Accounts.',
  'attachment.otherExtension':
    '“{name}” is named .{extension} but is {found, select, png {a png image} pdf {a pdf} jpg {a jpeg photo} doc {a Word document (.doc)} docx {a Word document (.docx)} gif {a gif image} webp {a webp image} tiff {a tiff image} avif {an avif image} bmp {a bmp image} other {a heic photo}}. Give it a name that ends in .{rightExtension}, or choose the file you meant.',
  'attachment.otherContent':
    '“{name}” is named .{extension} but is {found, select, excel {an Excel file} powerpoint {a PowerPoint file} office {another Office file} opendocument {an OpenDocument file} zip {a zip file} rtf {an rtf document} webpage {a web page} otherWord {a Word document with macros, or a template} gif {a gif image} webp {a webp image} tiff {a tiff image} avif {an avif image} msg {an Outlook message} bmp {a bmp image} video {a video} other {another kind of file, or damaged}}. Open it and save it as a pdf, or choose the file you meant.',
  'attachment.password':
    '“{name}” is protected with a password, so whoever receives it cannot open it. Save it without a password and attach it again.',
  'attachment.doubt.cutOff':
    'The end of this file seems to be missing; whoever receives it may not be able to open it. Open it yourself to see whether it is whole.',
  'attachment.doubt.locked':
    'This file is protected; it may ask whoever receives it for a password. Open it yourself to see, or save it without protection.',
  'attachment.doubt.otherWord':
    'This file is named .docx but is a Word document with macros, or a template; whoever receives it may not be able to open it. Save it as a plain docx or as a pdf.',
  'attachment.missing': '“{name}” is no longer there. Choose the file again.',
  'attachment.notAFile': '“{name}” is not a file but a folder or device. Choose a file.',
  'attachment.unreadable':
    '“{name}” cannot be read. Check that you have permission to open it and that the disk or network folder is there.',
  'attachment.changed': '“{name}” changed while Balie was reading it. Save it, close it and attach it again.',
  'attachment.tokenGone': 'This file is no longer at hand. Drop, paste or choose it again.',
  'attachment.lost': '“{name}” can no longer be read on this computer. Your text is kept; attach the file again.',
  'attachment.diskFull': 'The disk is full, so “{name}” was not attached. Free some space and attach it again.',
  'attachment.diskRefused':
    'Balie cannot keep “{name}” in its data folder. Ask your administrator for write access and attach it again.',
  'attachment.keychainLocked':
    "Your computer's keychain is locked, so “{name}” was not attached. Unlock the keychain and attach the file again.",
  'attachment.keychainBroken':
    'Balie cannot reach the keychain, so “{name}” was not attached: it would be kept unencrypted. Install Balie again and attach the file then.',
  'attachment.keychainDenied':
    'Your computer gave Balie no access to the keychain, so “{name}” was not attached. Give access and attach the file again.',
} as const
