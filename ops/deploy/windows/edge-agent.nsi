; The installer of a clinic's Windows PC; ./ops/package windows builds it. Programs go to Program Files, what the clinic
; records to ProgramData, where only the service and administrators may go. It installs and updates; what was recorded stays,
; also when it is removed. Silent: setup.exe /S /HUB=https://hub:8443 /CODE=XXXX-... /SITE=dagou
Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel admin
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include x64.nsh

!define SERVICE EcgEdgeAgent
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${SERVICE}"
!define PAGE "http://127.0.0.1:8090/"

Name "ECG clinic agent ${VERSION}"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\ECG Network\edge-agent"
ShowInstDetails show
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "ECG clinic agent"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Records ECGs at a clinic and sends them to the county hub"
VIAddVersionKey "LegalCopyright" ""

Var Data
Var Verb
Var Site
Var Hub
Var Code
Var SiteField
Var HubField
Var CodeField

!insertmacro MUI_PAGE_WELCOME
Page custom askCounty keepCounty
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION openPage
!define MUI_FINISHPAGE_RUN_TEXT "$(openIt)"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString county ${LANG_SIMPCHINESE} "县心电中心"
LangString county ${LANG_ENGLISH} "The county's ECG centre"
LangString countyHow ${LANG_SIMPCHINESE} "请填写中心给您的三项内容；升级时无需填写。"
LangString countyHow ${LANG_ENGLISH} "Three things that the centre gave you. Leave them empty when you update."
LangString siteName ${LANG_SIMPCHINESE} "诊所代码（如 dagou）"
LangString siteName ${LANG_ENGLISH} "Code of the clinic (such as dagou)"
LangString hubName ${LANG_SIMPCHINESE} "中心地址（如 https://hub.county.example:8443）"
LangString hubName ${LANG_ENGLISH} "Address of the centre (such as https://hub.county.example:8443)"
LangString codeName ${LANG_SIMPCHINESE} "注册码（六组，每组四位，只能用一次）"
LangString codeName ${LANG_ENGLISH} "Registration code (six groups of four, good once)"
LangString incomplete ${LANG_SIMPCHINESE} "首次安装需要填写全部三项；中心地址以 https:// 开头。"
LangString incomplete ${LANG_ENGLISH} "The first installation needs all three; the address begins with https://."
LangString openIt ${LANG_SIMPCHINESE} "打开心电采集页面"
LangString openIt ${LANG_ENGLISH} "Open the clinic's page"
LangString not64 ${LANG_SIMPCHINESE} "需要 64 位 Windows 10 或更高版本。"
LangString not64 ${LANG_ENGLISH} "64-bit Windows 10 or newer is needed."
LangString notEnrolled ${LANG_SIMPCHINESE} "未能取得证书。上方的文字说明了原因；请核对地址与注册码后再次运行安装程序。"
LangString notEnrolled ${LANG_ENGLISH} "The certificate could not be had. The lines above say why; look at the address and the code, and run this again."
LangString noService ${LANG_SIMPCHINESE} "服务未能安装或启动，上方的文字说明了原因。已记录的数据未受影响。"
LangString noService ${LANG_ENGLISH} "The service could not be installed or started; the lines above say why. Nothing recorded is touched."
LangString dataStays ${LANG_SIMPCHINESE} "已记录的心电图、设置和证书保留在："
LangString dataStays ${LANG_ENGLISH} "What was recorded, the settings and the certificate stay in:"
LangString linkName ${LANG_SIMPCHINESE} "心电采集"
LangString linkName ${LANG_ENGLISH} "ECG"

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP|MB_OK "$(not64)" /SD IDOK
    Abort
  ${EndIf}
  SetShellVarContext all
  StrCpy $Data "$APPDATA\EcgNetwork\edge-agent"
  ${GetParameters} $0
  ${GetOptions} $0 "/SITE=" $Site
  ${GetOptions} $0 "/HUB=" $Hub
  ${GetOptions} $0 "/CODE=" $Code
FunctionEnd

Function askCounty
  ${If} ${FileExists} "$Data\edge-agent.conf"
    Abort ; an update: the page is left out
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(county)" "$(countyHow)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 10u "$(siteName)"
  Pop $0
  ${NSD_CreateText} 0 11u 100% 13u "$Site"
  Pop $SiteField
  ${NSD_CreateLabel} 0 34u 100% 10u "$(hubName)"
  Pop $0
  ${NSD_CreateText} 0 45u 100% 13u "$Hub"
  Pop $HubField
  ${NSD_CreateLabel} 0 68u 100% 10u "$(codeName)"
  Pop $0
  ${NSD_CreateText} 0 79u 100% 13u "$Code"
  Pop $CodeField
  nsDialogs::Show
FunctionEnd

Function keepCounty
  ${NSD_GetText} $SiteField $Site
  ${NSD_GetText} $HubField $Hub
  ${NSD_GetText} $CodeField $Code
  StrCpy $0 $Hub 8
  ${If} $Site == ""
  ${OrIf} $Code == ""
  ${OrIf} $0 != "https://"
    MessageBox MB_ICONEXCLAMATION|MB_OK "$(incomplete)"
    Abort
  ${EndIf}
FunctionEnd

!macro fail text
  DetailPrint "${text}"
  MessageBox MB_ICONSTOP|MB_OK "${text}" /SD IDOK
  SetErrorLevel 1
  Abort "${text}"
!macroend

Section "edge-agent"
  SetShellVarContext all
  StrCpy $Verb IS
  ; The service is updated, not made anew: Windows deletes one only when nobody looks at it any more.
  ; An agent that runs ends its recording and gives its files free.
  ${If} ${FileExists} "$INSTDIR\ecg-edge-agent.exe"
    nsExec::ExecToLog '"$INSTDIR\ecg-edge-agent.exe" //SS//${SERVICE}'
    Pop $0
    StrCpy $Verb US
    RMDir /r "$INSTDIR\lib"
    RMDir /r "$INSTDIR\jre"
  ${EndIf}

  SetOutPath "$INSTDIR"
  File "${PROGRAM}\edge-agent.jar"
  File "/oname=ecg-edge-agent.exe" "${DAEMON}\amd64\prunsrv.exe"
  File "/oname=ecg-edge-agentw.exe" "${DAEMON}\prunmgr.exe"
  File "/oname=commons-daemon-LICENSE.txt" "${DAEMON}\LICENSE.txt"
  File "/oname=commons-daemon-NOTICE.txt" "${DAEMON}\NOTICE.txt"
  SetOutPath "$INSTDIR\lib"
  File "${PROGRAM}\lib\*.jar"
  SetOutPath "$INSTDIR\jre"
  File /r "${JRE}\*.*"

  ; Patients' data: the service, administrators, and nobody else. SIDs, for Windows of every language.
  CreateDirectory "$Data\log"
  CreateDirectory "$Data\programs"
  nsExec::ExecToLog 'icacls "$Data" /inheritance:r /grant:r "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F" "*S-1-5-19:(OI)(CI)M"'
  Pop $0

  ${IfNot} ${FileExists} "$Data\edge-agent.conf"
    ; The certificate first: settings are there only when they can be used.
    nsExec::ExecToLog '"$INSTDIR\jre\bin\java.exe" -jar "$INSTDIR\edge-agent.jar" enrol --hub "$Hub" --code "$Code" --out "$Data\site.p12"'
    Pop $0
    ${If} $0 != 0
      !insertmacro fail "$(notEnrolled)"
    ${EndIf}
    Push $Hub
    Call hostOf
    Pop $1
    ${WordReplace} "$Data" "\" "/" "+" $2
    FileOpen $0 "$Data\edge-agent.conf" w
    FileWrite $0 'site = "$Site"$\r$\n'
    FileWrite $0 'unit.port = "auto"$\r$\n'
    FileWrite $0 'store.dir = "$2/store"$\r$\n'
    FileWrite $0 'hub { host = "$1", keystore = "$2/site.p12", keystore-password-file = "$2/site.p12.password" }$\r$\n'
    FileWrite $0 '# New versions by themselves: update { hub = "$Hub", key = "as ecg-hub release key printed it" }$\r$\n'
    FileClose $0
  ${EndIf}

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayName" "ECG clinic agent"
  WriteRegStr HKLM "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" "LinkName" "$(linkName)"

  nsExec::ExecToLog '"$INSTDIR\ecg-edge-agent.exe" //$Verb//${SERVICE} "--DisplayName=ECG clinic agent" "--Description=Records ECGs at this clinic and sends them to the county hub" "--Install=$INSTDIR\ecg-edge-agent.exe" --Startup=auto --StartMode=jvm --StartClass=org.ecgnet.edge.launch.LaunchCommand --StartMethod=main "++StartParams=$Data\programs" ++StartParams=--config "++StartParams=$Data\edge-agent.conf" --StopMode=jvm --StopClass=java.lang.System --StopMethod=exit ++StopParams=0 --StopTimeout=30 "--Classpath=$INSTDIR\edge-agent.jar" "--Jvm=$INSTDIR\jre\bin\server\jvm.dll" --JvmMx=16 "++JvmOptions=-XX:+UseSerialGC" "--StartPath=$Data" "--LogPath=$Data\log" --StdOutput=auto --StdError=auto "--ServiceUser=NT AUTHORITY\LocalService"'
  Pop $0
  ${If} $0 != 0
    !insertmacro fail "$(noService)"
  ${EndIf}
  ; Whatever ends it, a patient waits: it comes back at once, and goes on coming back.
  nsExec::ExecToLog 'sc.exe failure ${SERVICE} reset= 3600 actions= restart/1000/restart/5000/restart/30000'
  Pop $0
  nsExec::ExecToLog 'sc.exe failureflag ${SERVICE} 1'
  Pop $0
  nsExec::ExecToLog 'sc.exe start ${SERVICE}'
  Pop $0
  ${If} $0 != 0
    !insertmacro fail "$(noService)"
  ${EndIf}

  WriteINIStr "$DESKTOP\$(linkName).url" "InternetShortcut" "URL" "${PAGE}"
  WriteINIStr "$SMPROGRAMS\$(linkName).url" "InternetShortcut" "URL" "${PAGE}"
SectionEnd

; https://host:port/... -> host
Function hostOf
  Exch $0
  Push $1
  Push $2
  StrCpy $0 $0 "" 8
  StrCpy $1 0
  next:
    StrCpy $2 $0 1 $1
    ${If} $2 == ":"
    ${OrIf} $2 == "/"
    ${OrIf} $2 == ""
      StrCpy $0 $0 $1
      Goto done
    ${EndIf}
    IntOp $1 $1 + 1
    Goto next
  done:
  Pop $2
  Pop $1
  Exch $0
FunctionEnd

Function openPage
  ExecShell "open" "${PAGE}"
FunctionEnd

Section "un.edge-agent"
  SetShellVarContext all
  nsExec::ExecToLog '"$INSTDIR\ecg-edge-agent.exe" //SS//${SERVICE}'
  Pop $0
  nsExec::ExecToLog '"$INSTDIR\ecg-edge-agent.exe" //DS//${SERVICE}'
  Pop $0
  ReadRegStr $1 HKLM "${UNINSTALL}" "LinkName"
  Delete "$DESKTOP\$1.url"
  Delete "$SMPROGRAMS\$1.url"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\jre"
  Delete "$INSTDIR\edge-agent.jar"
  Delete "$INSTDIR\ecg-edge-agent.exe"
  Delete "$INSTDIR\ecg-edge-agentw.exe"
  Delete "$INSTDIR\commons-daemon-LICENSE.txt"
  Delete "$INSTDIR\commons-daemon-NOTICE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${UNINSTALL}"
  DetailPrint "$(dataStays) $APPDATA\EcgNetwork\edge-agent"
SectionEnd
