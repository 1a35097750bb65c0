/** What is said of newer versions of Balie. */
export const sentences = {
  'update.section': 'Updates',
  'update.check': 'Look for a new version',
  'update.off.unpacked': 'This Balie runs from its sources and does not update itself.',
  'update.off.no-feed': 'This Balie knows of no place with new versions. Ask your administrator for a new version.',
  'update.off.policy': 'Your organisation updates Balie itself.',
  'update.idle': 'Balie looks for a new version by itself a few times a day.',
  'update.checking': 'Balie is looking for a new version…',
  'update.newest': 'You have the newest version.',
  'update.told.title': 'Balie {version} is out',
  'update.told.text':
    'Update Balie as you do your other programs, or ask your administrator. Balie does not replace itself here.',
  'update.downloading': 'Balie {version} is being fetched. You can go on working.',
  'update.ready.title': 'Balie {version} is ready',
  'update.ready.text':
    'Balie is updated when you close it, if nothing waits then. Update now closes Balie, with its usual questions, and opens the new version. What you typed and sent stays.',
  'update.preparing': 'Balie {version} is being made ready. Balie closes by itself then, with its usual questions.',
  'update.install': 'Update now',
  'update.notes': 'What is new',
  'update.failed.offline': 'Balie could not look for a new version: there is no connection. Try again later.',
  'update.failed.untrusted':
    'What the server sent is not signed by the makers of Balie. Nothing was fetched. Do you have to log in somewhere on this network first? Do so, and try again. If not, tell your administrator.',
  'update.failed.stale':
    'The list of new versions on the server is out of date: it is from long ago, or older than one that was here before. Balie takes nothing from it. Tell your administrator.',
  'update.failed.not-taken':
    'This system did not take the new version. Is Balie in the Applications folder? If not, put it there and look again. If it is, tell your administrator.',
  'update.failed.damaged': 'The new version arrived damaged and was thrown away. Try again later.',
  'update.failed.server': 'The server with new versions gave no usable answer. Try again later.',
}
