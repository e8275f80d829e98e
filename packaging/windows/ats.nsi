; Setup for one person, without the rights of an administrator. build.sh gives VERSION, NUMBERS,
; PAYLOAD, OUT, SIZE_KB and, where the files are signed, SIGN.
;
;   ats-…-windows-setup.exe /S [/D=C:\folder]      without a question; the exit code tells:
;     0 done · 2 something else failed · 3 ats is running · 4 the folder can't be written to ·
;     5 no room · 6 a newer ats is installed · 7 this Windows is too old
; The new program is unpacked beside the old one and takes its place in one go, so that whatever
; fails leaves the old one as it was. Nothing here touches the data, which is in %LOCALAPPDATA%\ats.

Target amd64-unicode    ; a 64-bit setup for a 64-bit program; Windows itself refuses it elsewhere
SetCompressor /SOLID lzma
SetCompressorDictSize 64

!include FileFunc.nsh
!include LogicLib.nsh
!include MUI2.nsh
!include WinVer.nsh
!include WordFunc.nsh

!define SETTINGS "Software\ats"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\ats"
!define CLASSES "Software\Classes"
!define DESKTOP "ats-desktop.exe"
!define RUNTIME "program\python\python313.dll"

Name "ats"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\ats"
InstallDirRegKey HKCU "${SETTINGS}" "Folder"
ShowInstDetails nevershow
ShowUninstDetails nevershow
BrandingText "ats ${VERSION}"

VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "ats"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Setup of ats"
VIAddVersionKey "CompanyName" "The ats authors"
VIAddVersionKey "LegalCopyright" "The ats authors, MIT licence"

!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"'
  !finalize '"${SIGN}" "%1"'
!endif

!define MUI_ICON "ats.ico"
!define MUI_UNICON "ats.ico"
!define MUI_WELCOMEPAGE_TITLE "ats ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "This puts ats on this computer, for you alone; no administrator is needed.$\r$\n$\r$\nIf an earlier version is here, it is replaced. Your applications stay as they are."
!define MUI_FINISHPAGE_TITLE "ats is ready"
!define MUI_FINISHPAGE_TEXT "You find it in the start menu."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${DESKTOP}"
!define MUI_FINISHPAGE_RUN_TEXT "Open ats"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "ats will be taken off this computer. Your applications stay where they are, in $LOCALAPPDATA\ats."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Says why nothing was done, on standard error where nobody watches, and ends with the code.
!macro STOP code sentence
  DetailPrint "${sentence}"
  ${If} ${Silent}
    System::Call 'kernel32::GetStdHandle(i -12) p .r0'
    System::Call 'kernel32::lstrlenW(w "${sentence}") i .r1'
    System::Call 'kernel32::WideCharToMultiByte(i 65001, i 0, w "${sentence}$\r$\n", i -1, m .r2, i ${NSIS_MAX_STRLEN}, p 0, p 0) i .r1'
    IntOp $1 $1 - 1
    System::Call 'kernel32::WriteFile(p r0, m r2, i r1, *i .r3, p 0)'
  ${Else}
    MessageBox MB_OK|MB_ICONSTOP "${sentence}"
  ${EndIf}
  SetErrorLevel ${code}
  Quit
!macroend
!define Stop "!insertmacro STOP"

; A library that a running program has loaded can't be opened for writing.
!macro REFUSE_WHILE_RUNNING sentence
  ${If} ${FileExists} "$INSTDIR\${RUNTIME}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${RUNTIME}" a
    ${If} ${Errors}
      ${Stop} 3 "${sentence}"
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastWin10}
    ${Stop} 7 "ats needs Windows 10 or 11. Nothing was installed."
  ${EndIf}
  ReadRegStr $0 HKCU "${UNINSTALL}" "DisplayVersion"
  ${VersionCompare} "$0" "${VERSION}" $1
  ${If} $0 != ""
  ${AndIf} $1 == 1
    ${Stop} 6 "ats $0 is installed, which is newer than this ${VERSION}. It was left as it is; uninstall it first if you want the older one."
  ${EndIf}
FunctionEnd

; One of the pieces: the new one takes the place of the old one, which waits in “old”.
!macro SWAP piece
  ${If} ${FileExists} "$INSTDIR\${piece}"
    Rename "$INSTDIR\${piece}" "$INSTDIR\old\${piece}"
  ${EndIf}
  Rename "$INSTDIR\new\${piece}" "$INSTDIR\${piece}"
!macroend

!macro SWAP_BACK piece
  ${If} ${FileExists} "$INSTDIR\old\${piece}"
    RMDir /r "$INSTDIR\${piece}"
    Delete "$INSTDIR\${piece}"
    Rename "$INSTDIR\old\${piece}" "$INSTDIR\${piece}"
  ${EndIf}
!macroend

Section
  !insertmacro REFUSE_WHILE_RUNNING "ats is running. Close its window, then start this again; the version that is installed was left as it is."

  ClearErrors
  CreateDirectory "$INSTDIR"
  FileOpen $0 "$INSTDIR\new.try" w
  ${If} ${Errors}
    ${Stop} 4 "You may not write in $INSTDIR. Nothing was changed; choose another folder."
  ${EndIf}
  FileClose $0
  Delete "$INSTDIR\new.try"

  ; What a setup that was cut off left behind.
  ${If} ${FileExists} "$INSTDIR\old\program"
  ${AndIfNot} ${FileExists} "$INSTDIR\program"
    !insertmacro SWAP_BACK "program"
  ${EndIf}
  RMDir /r "$INSTDIR\old"
  RMDir /r "$INSTDIR\new"

  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r0, p 0, p 0) i .r1'
  ${If} $1 <> 0
    System::Int64Op $0 / 1024
    Pop $0
    System::Int64Op $0 < ${SIZE_KB}
    Pop $1
    ${If} $1 = 1
      ${Stop} 5 "There is not enough room in $INSTDIR. Nothing was changed; ats needs ${SIZE_MB} MB."
    ${EndIf}
  ${EndIf}

  SetOutPath "$INSTDIR\new"
  File /r "${PAYLOAD}/*.*"
  SetOutPath "$INSTDIR"

  CreateDirectory "$INSTDIR\old"
  ClearErrors
  !insertmacro SWAP "program"
  !insertmacro SWAP "ats.exe"
  !insertmacro SWAP "${DESKTOP}"
  ${If} ${Errors}
    !insertmacro SWAP_BACK "program"
    !insertmacro SWAP_BACK "ats.exe"
    !insertmacro SWAP_BACK "${DESKTOP}"
    RMDir /r "$INSTDIR\new"
    RMDir "$INSTDIR\old"
    ${Stop} 3 "ats is in use. Close its windows, then start this again; the version that is installed was left as it is."
  ${EndIf}
  RMDir /r "$INSTDIR\old"
  RMDir /r "$INSTDIR\new"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortCut "$SMPROGRAMS\ats.lnk" "$INSTDIR\${DESKTOP}" "" "$INSTDIR\${DESKTOP}" 0 SW_SHOWNORMAL "" "Keep track of a job search"
  WriteRegStr HKCU "${SETTINGS}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\ats.exe" "" "$INSTDIR\${DESKTOP}"

  ; “Open with” offers ats for what it can read; what opens these files by itself stays as it is.
  WriteRegStr HKCU "${CLASSES}\Applications\${DESKTOP}" "FriendlyAppName" "ats"
  WriteRegStr HKCU "${CLASSES}\Applications\${DESKTOP}\DefaultIcon" "" "$INSTDIR\${DESKTOP},0"
  WriteRegStr HKCU "${CLASSES}\Applications\${DESKTOP}\shell\open\command" "" '"$INSTDIR\${DESKTOP}" "%1"'
  WriteRegStr HKCU "${CLASSES}\ats.file" "" "Posting or import for ats"
  WriteRegStr HKCU "${CLASSES}\ats.file\DefaultIcon" "" "$INSTDIR\${DESKTOP},0"
  WriteRegStr HKCU "${CLASSES}\ats.file\shell\open" "FriendlyAppName" "ats"
  WriteRegStr HKCU "${CLASSES}\ats.file\shell\open\command" "" '"$INSTDIR\${DESKTOP}" "%1"'
  !macro OFFER ending
    WriteRegStr HKCU "${CLASSES}\Applications\${DESKTOP}\SupportedTypes" "${ending}" ""
    WriteRegNone HKCU "${CLASSES}\${ending}\OpenWithProgids" "ats.file" ""
  !macroend
  !include offered.nsh
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "ats"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The ats authors"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${DESKTOP}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\new"
  RMDir "$INSTDIR"
  ${Stop} 2 "ats could not be unpacked. Nothing was changed; look whether the disk is full, then start this again."
FunctionEnd

Function un.onInit
  SetShellVarContext current
FunctionEnd

Section "un.ats"
  !insertmacro REFUSE_WHILE_RUNNING "ats is running. Close its window, then uninstall it again; nothing was taken away."
  RMDir /r "$INSTDIR\program"
  RMDir /r "$INSTDIR\old"
  RMDir /r "$INSTDIR\new"
  Delete "$INSTDIR\ats.exe"
  Delete "$INSTDIR\${DESKTOP}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\ats.lnk"

  !macroundef OFFER
  !macro OFFER ending
    DeleteRegValue HKCU "${CLASSES}\${ending}\OpenWithProgids" "ats.file"
    DeleteRegKey /ifempty HKCU "${CLASSES}\${ending}\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "${CLASSES}\${ending}"
  !macroend
  !include offered.nsh
  DeleteRegKey HKCU "${CLASSES}\Applications\${DESKTOP}"
  DeleteRegKey HKCU "${CLASSES}\ats.file"
  DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\ats.exe"
  DeleteRegKey HKCU "${SETTINGS}"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
