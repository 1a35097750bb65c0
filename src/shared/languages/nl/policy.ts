/** What is said of settings that an organisation made. */
export const sentences = {
  'policy.section': 'Ingesteld door je organisatie',
  'policy.set': 'Ingesteld door je organisatie.',
  'policy.source': 'Komt uit {source}.',
  'policy.key.updates': 'Bijwerken',
  'policy.key.updateUrl': 'Adres van nieuwe versies',
  'policy.key.allowedHosts': 'Toegestane servers',
  'policy.key.accounts': 'Accounts',
  'policy.key.productionAccounts': 'Met welke accounts echt wordt verzonden',
  'policy.key.maxFileMegabytes': 'Hoe groot een bijlage mag zijn',
  'policy.key.maxRunRows': 'Hoeveel rijen een bulkverzending mag hebben',
  'policy.key.proxy': 'Proxy',
  'policy.key.holdSeconds': 'Bedenktijd',
  'policy.key.language': 'Taal',
  'policy.trouble.title': 'Er klopt iets niet aan wat je organisatie instelde',
  'policy.trouble.unreadable':
    'Balie kan {source} niet lezen. Tot je beheerder dat herstelt, staat alles op de veiligste stand: er wordt alleen geoefend.',
  'policy.trouble.unknown-key': 'Balie kent {key} niet. Zeg het je beheerder.',
  'policy.trouble.wrong-value': 'De waarde van {key} klopt niet. Tot je beheerder die herstelt, geldt de veiligste.',
}
