/** What is said of settings that an organisation made. */
export const sentences = {
  'policy.section': 'Set by your organisation',
  'policy.set': 'Set by your organisation.',
  'policy.source': 'Comes from {source}.',
  'policy.key.updates': 'Updates',
  'policy.key.updateUrl': 'Address of new versions',
  'policy.key.allowedHosts': 'Allowed servers',
  'policy.key.accounts': 'Accounts',
  'policy.key.productionAccounts': 'Which accounts really send',
  'policy.key.maxFileMegabytes': 'How large an attachment may be',
  'policy.key.maxRunRows': 'How many rows a bulk run may have',
  'policy.key.proxy': 'Proxy',
  'policy.key.holdSeconds': 'Hold',
  'policy.key.language': 'Language',
  'policy.trouble.title': 'Something is wrong with what your organisation set',
  'policy.trouble.unreadable':
    'Balie cannot read {source}. Until your administrator corrects that, everything is set to the safest: practice only.',
  'policy.trouble.unknown-key': 'Balie does not know {key}. Tell your administrator.',
  'policy.trouble.wrong-value': 'The value of {key} is wrong. Until your administrator corrects it, the safest one holds.',
}
