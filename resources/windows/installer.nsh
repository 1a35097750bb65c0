; What Balie adds to electron-builder's installer. 1043 is Dutch; anything else is told in English.
!include "WordFunc.nsh"

!macro customInit
  ; An older Balie cannot read the ledger that a newer one has brought forward: it is refused before anything is replaced.
  ReadRegStr $R0 HKCU "${UNINSTALL_REGISTRY_KEY}" "DisplayVersion"
  ${if} $R0 != ""
    ${VersionCompare} "$R0" "${VERSION}" $R1
    ${if} $R1 == 1
      ${if} $LANGUAGE == 1043
        MessageBox MB_OK|MB_ICONSTOP "Balie $R0 staat er al en is nieuwer dan ${VERSION}. Wil je echt terug? Verwijder Balie eerst." /SD IDOK
      ${else}
        MessageBox MB_OK|MB_ICONSTOP "Balie $R0 is there already and is newer than ${VERSION}. To go back all the same, remove Balie first." /SD IDOK
      ${endIf}
      SetErrorLevel 3
      Quit
    ${endIf}
  ${endIf}
!macroend

!macro customUnInstall
  ; The ledger stays unless an administrator says otherwise: `Uninstall Balie.exe /S --delete-app-data`.
  ClearErrors
  ${GetParameters} $R0
  ${GetOptions} $R0 "--delete-app-data" $R1
  ${ifNot} ${Errors}
    RMDir /r "$LOCALAPPDATA\Balie"
    RMDir /r "$LOCALAPPDATA\Balie State"
  ${endIf}
!macroend
