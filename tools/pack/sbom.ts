import * as CDX from '@cyclonedx/cyclonedx-library'
import type { ThirdParty } from './licences.ts'

const { Component, Bom, LicenseExpression, Property } = CDX.Models

/** The address of a package in the way that scanners for known weaknesses look it up. */
const npmUrl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`

/** The software bill of materials (CycloneDX 1.6) of what goes out, so that an organisation can look up known weaknesses in it. */
export function sbomJson(app: { name: string; version: string }, parties: readonly ThirdParty[]): string {
  const bom = new Bom()
  bom.metadata.component = new Component(CDX.Enums.ComponentType.Application, app.name, {
    version: app.version,
    bomRef: app.name,
  })
  for (const { name, version, licence, separateFiles, packageUrl = npmUrl(name, version) } of parties) {
    // What is a file of its own came with Electron, and no registry knows it.
    const purl = separateFiles ? undefined : packageUrl
    const component = new Component(CDX.Enums.ComponentType.Library, name, { version, purl, bomRef: purl ?? name })
    if (licence !== null) component.licenses.add(new LicenseExpression(licence))
    if (separateFiles) component.properties.add(new Property('balie:separate-file', separateFiles.join(' ')))
    bom.components.add(component)
  }
  const normalize = new CDX.Serialize.JSON.Normalize.Factory(CDX.Spec.Spec1dot6)
  return new CDX.Serialize.JsonSerializer(normalize).serialize(bom, { sortLists: true, space: 2 })
}
