import * as z from 'zod'
import { policyKeys, policyNames, type PolicyName } from '#shared/domain/policy.ts'
import { inProject } from '#tools/setup/project.mjs'
import { policyWords } from './policy-words.ts'

/** Where what is made of the table lies, for administrators to take. */
export const policyFolder = inProject('resources', 'policies')

type Language = 'nl' | 'en'

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** How a key is written in the registry. */
interface JsonSchema {
  type?: string
  enum?: string[]
  minimum?: number
  maximum?: number
}
const jsonOf = (name: PolicyName): JsonSchema => z.toJSONSchema(policyKeys[name].schema) as JsonSchema

const jsonSchema = (): string =>
  `${JSON.stringify(
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Balie: /etc/balie/policy.json',
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        policyNames.map((name) => {
          const { $schema: _, ...schema } = z.toJSONSchema(policyKeys[name].schema)
          return [name, { title: policyWords[name].title.en, description: policyWords[name].explain.en, ...schema }]
        }),
      ),
    },
    null,
    2,
  )}\n`

const element = (name: PolicyName): string => {
  const schema = jsonOf(name)
  const id = `id="${name}" valueName="${name}"`
  if (schema.enum)
    return `<enum ${id} required="true">${schema.enum
      .map((value) => `<item displayName="$(string.${name}_${value})"><value><string>${value}</string></value></item>`)
      .join('')}</enum>`
  if (schema.type === 'integer')
    return `<decimal ${id} minValue="${schema.minimum}" maxValue="${schema.maximum}" required="true" />`
  if (schema.type === 'array') return `<multiText ${id} />`
  return `<text ${id} required="true" />`
}

const admx = (): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitions revision="1.0" schemaVersion="1.0" xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions">
  <policyNamespaces>
    <target prefix="balie" namespace="Balie.Policies" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <categories>
    <category name="Balie" displayName="$(string.Balie)" />
  </categories>
  <policies>
${policyNames
  .map(
    (
      name,
    ) => `    <policy name="${name}" class="Machine" displayName="$(string.${name})" explainText="$(string.${name}_explain)" presentation="$(presentation.${name})" key="Software\\Policies\\Balie">
      <parentCategory ref="Balie" />
      <supportedOn ref="SUPPORTED_Balie" />
      <elements>
        ${element(name)}
      </elements>
    </policy>`,
  )
  .join('\n')}
  </policies>
</policyDefinitions>
`.replace(
    '  <policies>',
    `  <supportedOn>
    <definitions>
      <definition name="SUPPORTED_Balie" displayName="$(string.SUPPORTED_Balie)" />
    </definitions>
  </supportedOn>
  <policies>`,
  )

const presentation = (name: PolicyName, language: Language): string => {
  const { enum: values, type } = jsonOf(name)
  const label = escape(policyWords[name].title[language])
  if (values) return `<dropdownList refId="${name}">${label}</dropdownList>`
  if (type === 'integer') return `<decimalTextBox refId="${name}">${label}</decimalTextBox>`
  if (type === 'array') return `<multiTextBox refId="${name}">${label}</multiTextBox>`
  return `<textBox refId="${name}"><label>${label}</label></textBox>`
}

const adml = (language: Language): string => `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources revision="1.0" schemaVersion="1.0" xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions">
  <displayName>Balie</displayName>
  <description>Balie</description>
  <resources>
    <stringTable>
      <string id="Balie">Balie</string>
      <string id="SUPPORTED_Balie">Balie</string>
${policyNames
  .flatMap((name) => [
    `      <string id="${name}">${escape(policyWords[name].title[language])}</string>`,
    `      <string id="${name}_explain">${escape(policyWords[name].explain[language])}</string>`,
    ...(jsonOf(name).enum ?? []).map((value) => `      <string id="${name}_${value}">${value}</string>`),
  ])
  .join('\n')}
    </stringTable>
    <presentationTable>
${policyNames.map((name) => `      <presentation id="${name}">${presentation(name, language)}</presentation>`).join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`

const plistValue = (value: unknown): string => {
  if (Array.isArray(value)) return `<array>${value.map(plistValue).join('')}</array>`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, one]) => `<key>${name}</key>${plistValue(one)}`)
    return `<dict>${entries.join('')}</dict>`
  }
  return typeof value === 'number' ? `<integer>${value}</integer>` : `<string>${escape(String(value))}</string>`
}

const mobileConfig = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
  <dict>
    <key>PayloadType</key><string>Configuration</string>
    <key>PayloadVersion</key><integer>1</integer>
    <key>PayloadIdentifier</key><string>nl.balie.desk.policy</string>
    <key>PayloadUUID</key><string>6B6F8E5B-6F0B-4E0B-9B1F-2D0B6C7D3A11</string>
    <key>PayloadDisplayName</key><string>Balie</string>
    <key>PayloadScope</key><string>System</string>
    <key>PayloadContent</key>
    <array>
      <dict>
        <key>PayloadType</key><string>nl.balie.desk</string>
        <key>PayloadVersion</key><integer>1</integer>
        <key>PayloadIdentifier</key><string>nl.balie.desk.policy.settings</string>
        <key>PayloadUUID</key><string>0D2C9F0C-3E55-4B57-8A39-0F5B8D5E7C22</string>
${policyNames.map((name) => `        <key>${name}</key>${plistValue(policyWords[name].example)}`).join('\n')}
      </dict>
    </array>
  </dict>
</plist>
`

/** Every file for administrators, by its name in the folder. */
export const policyFiles = (): Map<string, string> =>
  new Map([
    ['policy.schema.json', jsonSchema()],
    [
      'policy.example.json',
      `${JSON.stringify(Object.fromEntries(policyNames.map((name) => [name, policyWords[name].example])), null, 2)}\n`,
    ],
    ['windows/Balie.admx', admx()],
    ['windows/nl-NL/Balie.adml', adml('nl')],
    ['windows/en-US/Balie.adml', adml('en')],
    ['macos/Balie.mobileconfig', mobileConfig()],
  ])
