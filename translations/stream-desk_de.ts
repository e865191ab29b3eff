<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>Amounts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 a second, %2 left</source>
        <translation>%1 pro Sekunde, noch %2</translation>
    </message>
</context>
<context>
    <name>ChunkStateWords</name>
    <message>
        <source>verified</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>verändert</translation>
    </message>
    <message>
        <source>other signer</source>
        <translation>fremd signiert</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%1 verified</source>
        <translation>
            <numerusform>%1 geprüft</numerusform>
            <numerusform>%1 geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed</source>
        <translation>
            <numerusform>%1 verändert</numerusform>
            <numerusform>%1 verändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 by another signer</source>
        <translation>
            <numerusform>%1 fremd signiert</numerusform>
            <numerusform>%1 fremd signiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 missing</source>
        <translation>
            <numerusform>%1 fehlt</numerusform>
            <numerusform>%1 fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 not checked</source>
        <translation>
            <numerusform>%1 nicht geprüft</numerusform>
            <numerusform>%1 nicht geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>ClearButton</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>Decryption</name>
    <message>
        <source>This key opens none of the chunks.</source>
        <translation>Dieser Schlüssel öffnet keinen der Abschnitte.</translation>
    </message>
    <message numerus="yes">
        <source>The encrypted data of %Ln chunk(s) is missing: %1.</source>
        <translation>
            <numerusform>Die verschlüsselten Daten von %Ln Abschnitt fehlen: %1.</numerusform>
            <numerusform>Die verschlüsselten Daten von %Ln Abschnitten fehlen: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s) are said to be for this key and do not open with it: %1.</source>
        <translation>
            <numerusform>%Ln Abschnitt soll für diesen Schlüssel sein und lässt sich nicht damit öffnen: %1.</numerusform>
            <numerusform>%Ln Abschnitte sollen für diesen Schlüssel sein und lassen sich nicht damit öffnen: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s) open with another key than the one they commit to: %1.</source>
        <translation>
            <numerusform>%Ln Abschnitt öffnet sich mit einem anderen Schlüssel als dem, auf den er sich festlegt: %1.</numerusform>
            <numerusform>%Ln Abschnitte öffnen sich mit einem anderen Schlüssel als dem, auf den sie sich festlegen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is too little room on the disk.</source>
        <translation>Auf dem Datenträger ist zu wenig Platz.</translation>
    </message>
    <message>
        <source>It will be written to %1, %2.</source>
        <translation>Geschrieben wird nach %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>Each run of chunks goes into a file of its own: %1 and %Ln more.</source>
        <translation>
            <numerusform>Jede zusammenhängende Reihe von Abschnitten kommt in eine eigene Datei: %1 und %Ln weitere.</numerusform>
            <numerusform>Jede zusammenhängende Reihe von Abschnitten kommt in eine eigene Datei: %1 und %Ln weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each run of chunks goes into a file of its own: %1.</source>
        <translation>Jede zusammenhängende Reihe von Abschnitten kommt in eine eigene Datei: %1.</translation>
    </message>
    <message>
        <source>It is exactly the data that the manifest names.</source>
        <translation>Es sind genau die Daten, die das Manifest nennt.</translation>
    </message>
    <message>
        <source>It is not the data that the manifest names.</source>
        <translation>Es sind nicht die Daten, die das Manifest nennt.</translation>
    </message>
    <message>
        <source>Only a part was decrypted, so the whole cannot be compared with the manifest.</source>
        <translation>Nur ein Teil wurde entschlüsselt, darum lässt sich das Ganze nicht mit dem Manifest vergleichen.</translation>
    </message>
    <message>
        <source>The manifest does not name the whole data, so it could not be compared.</source>
        <translation>Das Manifest nennt die Daten im Ganzen nicht, darum ließen sie sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>There is no manifest that names the whole data, so it could not be compared.</source>
        <translation>Es gibt kein Manifest, das die Daten im Ganzen nennt, darum ließen sie sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>Every chunk could be decrypted, but together they are not the data that the manifest names: chunks were left out, repeated or put in another order, or the manifest was changed. Ask the seller for the package again.</source>
        <translation>Jeder Abschnitt ließ sich entschlüsseln, aber zusammen sind sie nicht die Daten, die das Manifest nennt: Abschnitte wurden ausgelassen, wiederholt oder umgestellt, oder das Manifest wurde geändert. Bitten Sie den Verkäufer noch einmal um das Paket.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>chunk %1</source>
        <translation>Abschnitt %1</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Folgt auf</translation>
    </message>
    <message>
        <source>nothing: this is the first chunk</source>
        <translation>nichts: Dies ist der erste Abschnitt</translation>
    </message>
    <message>
        <source>another chunk, though it is the first</source>
        <translation>einen anderen Abschnitt, obwohl es der erste ist</translation>
    </message>
    <message>
        <source>another chunk ·</source>
        <translation>einen anderen ·</translation>
    </message>
    <message>
        <source>cannot be compared: the chunk before is not here or cannot be read</source>
        <translation>nicht vergleichbar: Der Abschnitt davor ist nicht vorhanden oder nicht lesbar</translation>
    </message>
    <message>
        <source>Ciphertext</source>
        <translation>Verschlüsselte Daten</translation>
    </message>
    <message>
        <source>%1 bytes, not checked yet</source>
        <translation>%1 Byte, noch nicht geprüft</translation>
    </message>
    <message>
        <source>%1 bytes, hash matches</source>
        <translation>%1 Byte, Hashwert stimmt</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>cannot be checked: the envelope is not as it must be</source>
        <translation>nicht prüfbar: Der Umschlag ist nicht, wie er sein muss</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>proves nothing: its key fits any content</source>
        <translation>beweist nichts: Ihr Schlüssel passt zu jedem Inhalt</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>valid for the ciphertext that is here</source>
        <translation>gültig für die vorhandenen Daten</translation>
    </message>
    <message>
        <source>valid for the expected hash</source>
        <translation>gültig für den erwarteten Hashwert</translation>
    </message>
    <message>
        <source>valid for the hash in the envelope</source>
        <translation>gültig für den Hashwert im Umschlag</translation>
    </message>
    <message>
        <source>valid, but key or machine are not those of the first chunk</source>
        <translation>gültig, aber Schlüssel oder Maschine sind nicht die des ersten Abschnitts</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>%1, valid</source>
        <translation>%1, gültig</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was abweicht</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Also affected</source>
        <translation>Ebenfalls betroffen</translation>
    </message>
    <message>
        <source>%1, one stretch of %2</source>
        <translation>%1, zusammenhängend, %2</translation>
    </message>
    <message>
        <source>%1, one stretch</source>
        <translation>%1, zusammenhängend</translation>
    </message>
    <message>
        <source>Also found</source>
        <translation>Außerdem gefunden</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>Umschlag</translation>
    </message>
    <message>
        <source>Key id</source>
        <translation>Schlüssel-ID</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Storage reference</source>
        <translation>Speicherverweis</translation>
    </message>
    <message>
        <source>Stored at</source>
        <translation>Gespeichert in</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Not covered by the signature</source>
        <translation>Von der Signatur nicht erfasst</translation>
    </message>
    <message>
        <source>number and link, recipients, plaintext hash, storage reference. Recipients and plaintext hash are checked when data is decrypted.</source>
        <translation>Nummer und Verknüpfung, Empfänger, Hashwert des Klartexts, Speicherverweis. Empfänger und Hashwert des Klartexts werden beim Entschlüsseln geprüft.</translation>
    </message>
    <message>
        <source>And more</source>
        <translation>Und weitere</translation>
    </message>
    <message numerus="yes">
        <source>%n recipient(s) in all; Raw JSON has them.</source>
        <translation>
            <numerusform>Insgesamt %n Empfänger; unter „JSON-Text“ steht er.</numerusform>
            <numerusform>Insgesamt %n Empfänger; unter „JSON-Text“ stehen alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>no type</source>
        <translation>ohne Art</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Verfahren</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>readable only with the field key</source>
        <translation>nur mit dem Feldschlüssel lesbar</translation>
    </message>
    <message>
        <source>nothing encrypted is in it</source>
        <translation>enthält nichts Verschlüsseltes</translation>
    </message>
    <message>
        <source>nothing is in it</source>
        <translation>enthält nichts</translation>
    </message>
    <message>
        <source>Encrypted, it is not said how</source>
        <translation>Verschlüsselt, ohne Angabe des Verfahrens</translation>
    </message>
    <message>
        <source>Encrypted (%1)</source>
        <translation>Verschlüsselt (%1)</translation>
    </message>
    <message>
        <source>Anonymized: %1</source>
        <translation>Anonymisiert: %1</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder Nein</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Only who has the field key can read it. The seller gives it out, apart from the readings.</source>
        <translation>Lesen kann es nur, wer den Feldschlüssel hat. Der Verkäufer gibt ihn getrennt von den Messungen heraus.</translation>
    </message>
    <message>
        <source>The machine put this in place of what it measured. What it was is not in the reading.</source>
        <translation>Die Maschine hat dies anstelle des gemessenen Werts eingesetzt. Der gemessene Wert steht nicht in der Messung.</translation>
    </message>
    <message>
        <source>Not marked as encrypted or anonymized. Whether it was made coarser before it was put here, the reading does not say.</source>
        <translation>Nicht als verschlüsselt oder anonymisiert gekennzeichnet. Ob der Wert vorher vergröbert wurde, geht aus der Messung nicht hervor.</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 Wert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln values</source>
        <translation>
            <numerusform>%Ln Wert</numerusform>
            <numerusform>%Ln Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>1 field</source>
        <translation>1 Feld</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields</source>
        <translation>
            <numerusform>%Ln Feld</numerusform>
            <numerusform>%Ln Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>it is not said how</source>
        <translation>ohne Angabe des Verfahrens</translation>
    </message>
    <message>
        <source>replaced by its hash</source>
        <translation>durch den Hashwert ersetzt</translation>
    </message>
    <message>
        <source>made coarser</source>
        <translation>vergröbert</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Betreiber</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Käufer</translation>
    </message>
    <message>
        <source>Signs chunks</source>
        <translation>Signiert Abschnitte</translation>
    </message>
    <message>
        <source>Signs readings</source>
        <translation>Signiert Messungen</translation>
    </message>
    <message>
        <source>Encrypted fields</source>
        <translation>Verschlüsselte Felder</translation>
    </message>
    <message>
        <source>Packages are made for it. It reads them, and with it you give buyers access.</source>
        <translation>Pakete werden für ihn gemacht. Er liest sie, und mit ihm geben Sie Käufern Zugriff.</translation>
    </message>
    <message>
        <source>Reads the packages that were made for this operator, and gives nobody access.</source>
        <translation>Liest die Pakete, die für diesen Betreiber gemacht wurden, und gibt niemandem Zugriff.</translation>
    </message>
    <message>
        <source>Reads the packages that were made for this machine, and gives nobody access.</source>
        <translation>Liest die Pakete, die für diese Maschine gemacht wurden, und gibt niemandem Zugriff.</translation>
    </message>
    <message>
        <source>Sellers give access to it. It reads what you bought, and nothing else.</source>
        <translation>Verkäufer geben ihm Zugriff. Er liest, was Sie gekauft haben, und sonst nichts.</translation>
    </message>
    <message>
        <source>Signs the chunks of packages. Buyers know your machine by it.</source>
        <translation>Signiert die Abschnitte von Paketen. An ihm erkennen Käufer Ihre Maschine.</translation>
    </message>
    <message>
        <source>Signs single readings. The machine&apos;s name (DID) follows from it.</source>
        <translation>Signiert einzelne Messungen. Der Name der Maschine (DID) folgt aus ihm.</translation>
    </message>
    <message>
        <source>Opens the fields of readings that were encrypted with it.</source>
        <translation>Öffnet die Felder von Messungen, die mit ihm verschlüsselt wurden.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Check value</source>
        <translation>Prüfwert</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Keychain of this computer</source>
        <translation>Schlüsselbund dieses Computers</translation>
    </message>
    <message>
        <source>Encrypted key file</source>
        <translation>Verschlüsselte Schlüsseldatei</translation>
    </message>
    <message>
        <source>Never proven</source>
        <translation>Nie erprobt</translation>
    </message>
    <message>
        <source>Proven today</source>
        <translation>Heute erprobt</translation>
    </message>
    <message numerus="yes">
        <source>Proven %Ln day(s) ago</source>
        <translation>
            <numerusform>Vor %Ln Tag erprobt</numerusform>
            <numerusform>Vor %Ln Tagen erprobt</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the keychain. It may ask for your password in a window of its own.</source>
        <translation>Warten auf den Schlüsselbund. Vielleicht fragt er in einem eigenen Fenster nach Ihrem Passwort.</translation>
    </message>
    <message>
        <source>Working with the encrypted key file…</source>
        <translation>Arbeiten mit der verschlüsselten Schlüsseldatei …</translation>
    </message>
</context>
<context>
    <name>KindWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres Element</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open and verify %n packages: %1</source>
        <translation>
            <numerusform>%n Paket öffnen und prüfen: %1</numerusform>
            <numerusform>%n Pakete öffnen und prüfen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Open and verify package %1</source>
        <translation>Paket %1 öffnen und prüfen</translation>
    </message>
    <message>
        <source>Open and verify package %1, which %2 belongs to</source>
        <translation>Paket %1 öffnen und prüfen, zu dem %2 gehört</translation>
    </message>
    <message>
        <source>Verify reading %1</source>
        <translation>Messung %1 prüfen</translation>
    </message>
    <message numerus="yes">
        <source>Verify %n readings in %1</source>
        <translation>
            <numerusform>%n Messung in %1 prüfen</numerusform>
            <numerusform>%n Messungen in %1 prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verify %n readings</source>
        <translation>
            <numerusform>%n Messung prüfen</numerusform>
            <numerusform>%n Messungen prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Verify the readings in %1</source>
        <translation>Die Messungen in %1 prüfen</translation>
    </message>
    <message>
        <source>Keep the access files in %1 for later</source>
        <translation>Die Zugriffsdateien in %1 für später behalten</translation>
    </message>
    <message>
        <source>Keep access file for %1 for later</source>
        <translation>Zugriffsdatei für %1 für später behalten</translation>
    </message>
    <message>
        <source>Keep access file %1 for later</source>
        <translation>Zugriffsdatei %1 für später behalten</translation>
    </message>
    <message numerus="yes">
        <source>Keep %n access files for %1 for later</source>
        <translation>
            <numerusform>%n Zugriffsdatei für %1 für später behalten</numerusform>
            <numerusform>%n Zugriffsdateien für %1 für später behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n access files for later</source>
        <translation>
            <numerusform>%n Zugriffsdatei für später behalten</numerusform>
            <numerusform>%n Zugriffsdateien für später behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>package in a ZIP file</source>
        <translation>Paket in einer ZIP-Datei</translation>
    </message>
    <message>
        <source>envelope of a chunk</source>
        <translation>Umschlag eines Abschnitts</translation>
    </message>
    <message>
        <source>manifest of a package</source>
        <translation>Manifest eines Pakets</translation>
    </message>
    <message>
        <source>encrypted data of a chunk</source>
        <translation>verschlüsselte Daten eines Abschnitts</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>readings, one a line</source>
        <translation>Messungen, eine pro Zeile</translation>
    </message>
    <message>
        <source>folder of readings</source>
        <translation>Ordner mit Messungen</translation>
    </message>
    <message>
        <source>access file</source>
        <translation>Zugriffsdatei</translation>
    </message>
    <message>
        <source>access files</source>
        <translation>Zugriffsdateien</translation>
    </message>
    <message>
        <source>key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>trusted machines file</source>
        <translation>Liste vertrauter Maschinen</translation>
    </message>
    <message>
        <source>empty folder</source>
        <translation>leerer Ordner</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 is an empty folder</source>
        <translation>%1 ist ein leerer Ordner</translation>
    </message>
    <message>
        <source>%1 does not exist (any more)</source>
        <translation>%1 ist nicht (mehr) vorhanden</translation>
    </message>
    <message>
        <source>%1 cannot be read; check that you may open it</source>
        <translation>%1 ist nicht lesbar; prüfen Sie, ob Sie die Datei öffnen dürfen</translation>
    </message>
    <message>
        <source>%1 is a device or a pipe, not a file</source>
        <translation>%1 ist ein Gerät oder eine Pipe, keine Datei</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <source>%1 is larger than any file Stream Desk knows</source>
        <translation>%1 ist größer als jede Datei, die Stream Desk kennt</translation>
    </message>
    <message>
        <source>%1 begins like a JSON file, but is damaged or cut off</source>
        <translation>%1 beginnt wie eine JSON-Datei, ist aber beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>%1 is a JSON file of a kind Stream Desk does not know</source>
        <translation>%1 ist eine JSON-Datei einer Art, die Stream Desk nicht kennt</translation>
    </message>
    <message>
        <source>%1 is of the kind “%2”, which this version does not know</source>
        <translation>%1 ist von der Art „%2“, die diese Version nicht kennt</translation>
    </message>
    <message>
        <source>%1 holds no package, readings or access files</source>
        <translation>%1 enthält weder Paket noch Messungen oder Zugriffsdateien</translation>
    </message>
    <message>
        <source>%1 is a ZIP file without a package</source>
        <translation>%1 ist eine ZIP-Datei ohne Paket</translation>
    </message>
    <message>
        <source>%1 is a damaged or cut off ZIP file; get it again</source>
        <translation>%1 ist eine beschädigte oder abgeschnittene ZIP-Datei; besorgen Sie sie neu</translation>
    </message>
    <message>
        <source>%1 is a ZIP file with unsafe file names</source>
        <translation>%1 ist eine ZIP-Datei mit unsicheren Dateinamen</translation>
    </message>
    <message>
        <source>%1 holds several packages; choose one of them</source>
        <translation>%1 enthält mehrere Pakete; wählen Sie eines davon</translation>
    </message>
    <message>
        <source>%1 is a manifest, but its package is not in the same folder</source>
        <translation>%1 ist ein Manifest, aber sein Paket liegt nicht im selben Ordner</translation>
    </message>
    <message>
        <source>%1 belongs to a package, but was renamed: envelopes are called chunk-0.json and so on, the manifest manifest.json</source>
        <translation>%1 gehört zu einem Paket, wurde aber umbenannt: Umschläge heißen chunk-0.json und so weiter, das Manifest manifest.json</translation>
    </message>
    <message>
        <source>%1 is not a file Stream Desk knows</source>
        <translation>%1 ist keine Datei, die Stream Desk kennt</translation>
    </message>
    <message>
        <source>%1 is not on this computer; download it first</source>
        <translation>%1 liegt nicht auf diesem Computer; laden Sie es zuerst herunter</translation>
    </message>
    <message numerus="yes">
        <source>%n files cannot be used</source>
        <translation>
            <numerusform>%n Datei ist nicht verwendbar</numerusform>
            <numerusform>%n Dateien sind nicht verwendbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cannot be used</source>
        <translation>
            <numerusform>%n weitere ist nicht verwendbar</numerusform>
            <numerusform>%n weitere sind nicht verwendbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here can be used: %1</source>
        <translation>Nichts hiervon ist verwendbar: %1</translation>
    </message>
    <message>
        <source>Check receipt %1</source>
        <translation>Beleg %1 prüfen</translation>
    </message>
    <message numerus="yes">
        <source>Check %n receipts</source>
        <translation>
            <numerusform>%n Beleg prüfen</numerusform>
            <numerusform>%n Belege prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Import key file %1</source>
        <translation>Schlüsseldatei %1 importieren</translation>
    </message>
    <message numerus="yes">
        <source>Import %n key files</source>
        <translation>
            <numerusform>%n Schlüsseldatei importieren</numerusform>
            <numerusform>%n Schlüsseldateien importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at trusted machines file %1</source>
        <translation>Datei vertrauter Maschinen %1 ansehen</translation>
    </message>
    <message numerus="yes">
        <source>Look at %n trusted machines files</source>
        <translation>
            <numerusform>%n Datei vertrauter Maschinen ansehen</numerusform>
            <numerusform>%n Dateien vertrauter Maschinen ansehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the data of another desk in %1</source>
        <translation>Daten eines anderen Stream Desk in %1 ansehen</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n files: %1</source>
        <translation>
            <numerusform>%n Datei aufnehmen: %1</numerusform>
            <numerusform>%n Dateien aufnehmen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>backup of keys</source>
        <translation>Sicherung von Schlüsseln</translation>
    </message>
    <message>
        <source>data of a desk</source>
        <translation>Daten eines Stream Desk</translation>
    </message>
</context>
<context>
    <name>OwnData</name>
    <message>
        <source>The settings of that desk.</source>
        <translation>Die Einstellungen von dort.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new entry(s) for the library.</source>
        <translation>
            <numerusform>%Ln neuer Eintrag für die Bibliothek.</numerusform>
            <numerusform>%Ln neue Einträge für die Bibliothek.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The names of %Ln key(s) that are here.</source>
        <translation>
            <numerusform>Der Name von %Ln Schlüssel, der hier ist.</numerusform>
            <numerusform>Die Namen von %Ln Schlüsseln, die hier sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Chunk %1</source>
        <translation>Abschnitt %1</translation>
    </message>
    <message>
        <source>The work was stopped.</source>
        <translation>Die Arbeit wurde gestoppt.</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>This package</source>
        <translation>Dieses Paket</translation>
    </message>
    <message>
        <source>A chunk</source>
        <translation>Ein Abschnitt</translation>
    </message>
    <message>
        <source>This value</source>
        <translation>Dieser Wert</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1 is not written in hex digits (0–9 and a–f).</source>
        <translation>%1 ist nicht in Hexadezimalziffern (0–9 und a–f) geschrieben.</translation>
    </message>
    <message>
        <source>Copy the whole value again, without spaces.</source>
        <translation>Kopieren Sie den ganzen Wert noch einmal, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>%1 does not have the length of a key.</source>
        <translation>%1 hat nicht die Länge eines Schlüssels.</translation>
    </message>
    <message>
        <source>A key is written as 64 hex digits. Copy the whole key, without spaces.</source>
        <translation>Ein Schlüssel besteht aus 64 Hexadezimalziffern. Kopieren Sie den ganzen Schlüssel, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>%1 is a key that cannot belong to anybody.</source>
        <translation>%1 ist ein Schlüssel, der niemandem gehören kann.</translation>
    </message>
    <message>
        <source>Ask the other side for their key again.</source>
        <translation>Bitten Sie die andere Seite noch einmal um ihren Schlüssel.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>Fill it in and try again.</source>
        <translation>Füllen Sie es aus und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 holds a number that cannot be used here.</source>
        <translation>%1 enthält eine Zahl, die hier nicht verwendbar ist.</translation>
    </message>
    <message>
        <source>Correct the number and try again.</source>
        <translation>Berichtigen Sie die Zahl und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 holds characters that are no text.</source>
        <translation>%1 enthält Zeichen, die kein Text sind.</translation>
    </message>
    <message>
        <source>Save it as UTF-8 and try again.</source>
        <translation>Speichern Sie es als UTF-8 und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 holds no private key.</source>
        <translation>%1 enthält keinen privaten Schlüssel.</translation>
    </message>
    <message>
        <source>Choose the file that holds the private key, or make it again from your backup.</source>
        <translation>Wählen Sie die Datei mit dem privaten Schlüssel, oder stellen Sie ihn aus Ihrer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>This is not a whole package code: it is mistyped or something is missing.</source>
        <translation>Dies ist kein vollständiger Paketcode: Er enthält einen Tippfehler, oder es fehlt etwas.</translation>
    </message>
    <message>
        <source>Compare it with what the seller told you, character by character, or copy and paste it.</source>
        <translation>Vergleichen Sie ihn Zeichen für Zeichen mit dem, was der Verkäufer Ihnen genannt hat, oder kopieren Sie ihn und fügen Sie ihn ein.</translation>
    </message>
    <message>
        <source>These are not chunks of this package.</source>
        <translation>Dies sind keine Abschnitte dieses Pakets.</translation>
    </message>
    <message>
        <source>Give numbers and ranges that the package has, such as 0-9,12.</source>
        <translation>Geben Sie Nummern und Bereiche an, die das Paket hat, etwa 0-9,12.</translation>
    </message>
    <message>
        <source>%1 asks for a kind of checksum that is not known here.</source>
        <translation>%1 verlangt eine Art von Prüfsumme, die hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Use SHA-256.</source>
        <translation>Verwenden Sie SHA-256.</translation>
    </message>
    <message>
        <source>A rule for %1 cannot be followed.</source>
        <translation>Eine Regel für %1 ist nicht ausführbar.</translation>
    </message>
    <message>
        <source>Correct the rules; until then nothing is signed.</source>
        <translation>Berichtigen Sie die Regeln; bis dahin wird nichts signiert.</translation>
    </message>
    <message>
        <source>%1 would be published in the clear, although a rule is to hide it.</source>
        <translation>%1 würde offen veröffentlicht, obwohl eine Regel es verbergen soll.</translation>
    </message>
    <message>
        <source>Rename the field, or leave it out of what is signed.</source>
        <translation>Benennen Sie das Feld um, oder lassen Sie es beim Signieren weg.</translation>
    </message>
    <message>
        <source>This machine&apos;s name (DID) does not belong to the signing key.</source>
        <translation>Der Name dieser Maschine (DID) gehört nicht zum Signaturschlüssel.</translation>
    </message>
    <message>
        <source>Use the key that belongs to it, or the DID of this key.</source>
        <translation>Verwenden Sie den zugehörigen Schlüssel oder die DID dieses Schlüssels.</translation>
    </message>
    <message>
        <source>It is damaged or is something else. Get it again from where it came from.</source>
        <translation>Sie ist beschädigt oder etwas anderes. Besorgen Sie sie neu von dort, woher sie kam.</translation>
    </message>
    <message>
        <source>%1 cannot be read: its content is not JSON.</source>
        <translation>%1 ist nicht lesbar: Der Inhalt ist kein JSON.</translation>
    </message>
    <message>
        <source>%1 is larger or deeper than any real file of this kind.</source>
        <translation>%1 ist größer oder tiefer verschachtelt als jede echte Datei dieser Art.</translation>
    </message>
    <message>
        <source>Check that it is the right file.</source>
        <translation>Prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>%1 lacks something that such a file has.</source>
        <translation>%1: Es fehlt etwas, das eine solche Datei hat.</translation>
    </message>
    <message>
        <source>%1 lacks the field “%2”.</source>
        <translation>%1: Das Feld „%2“ fehlt.</translation>
    </message>
    <message>
        <source>%1 holds something else than such a file does.</source>
        <translation>%1 enthält etwas anderes als eine solche Datei.</translation>
    </message>
    <message>
        <source>In %1, the field “%2” holds something else than it should.</source>
        <translation>%1: Das Feld „%2“ enthält etwas anderes, als es sollte.</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>%1 is of a kind that this version does not know.</source>
        <translation>%1 ist von einer Art, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>It may be from a newer program, or no file of this kind.</source>
        <translation>Sie kann von einem neueren Programm stammen oder keine Datei dieser Art sein.</translation>
    </message>
    <message>
        <source>The list of trusted machines cannot be used.</source>
        <translation>Die Liste der vertrauten Maschinen ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The list of trusted machines in %1 cannot be used.</source>
        <translation>Die Liste der vertrauten Maschinen in %1 ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Put back an earlier copy of it. Until then no machine counts as trusted.</source>
        <translation>Legen Sie eine frühere Kopie an ihre Stelle. Bis dahin gilt keine Maschine als vertraut.</translation>
    </message>
    <message>
        <source>%1 holds no chunks (chunk-*.json).</source>
        <translation>%1 enthält keine Abschnitte (chunk-*.json).</translation>
    </message>
    <message>
        <source>Check that this is the package&apos;s folder and that everything in it has arrived.</source>
        <translation>Prüfen Sie, ob dies der Ordner des Pakets ist und alles darin angekommen ist.</translation>
    </message>
    <message>
        <source>%1 holds no encrypted data (chunk-*.bin).</source>
        <translation>%1 enthält keine verschlüsselten Daten (chunk-*.bin).</translation>
    </message>
    <message>
        <source>Check that everything in it has arrived.</source>
        <translation>Prüfen Sie, ob alles darin angekommen ist.</translation>
    </message>
    <message>
        <source>%1 holds no access files.</source>
        <translation>%1 enthält keine Zugriffsdateien.</translation>
    </message>
    <message>
        <source>The folder</source>
        <translation>Der Ordner</translation>
    </message>
    <message>
        <source>Check the folder, or ask the seller for the access files that belong to your key.</source>
        <translation>Prüfen Sie den Ordner, oder bitten Sie den Verkäufer um die Zugriffsdateien zu Ihrem Schlüssel.</translation>
    </message>
    <message>
        <source>The same chunk is in %1 more than once.</source>
        <translation>Derselbe Abschnitt ist mehrfach vorhanden: %1.</translation>
    </message>
    <message>
        <source>this package</source>
        <translation>dieses Paket</translation>
    </message>
    <message>
        <source>%1 is here more than once.</source>
        <translation>%1 ist mehrfach vorhanden.</translation>
    </message>
    <message>
        <source>Keep the right file and move the other away.</source>
        <translation>Behalten Sie die richtige Datei und verschieben Sie die andere.</translation>
    </message>
    <message>
        <source>A chunk of this package is missing.</source>
        <translation>Ein Abschnitt dieses Pakets fehlt.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>Ask for exactly this file again; the others can stay.</source>
        <translation>Bitten Sie noch einmal um genau diese Datei; die anderen können bleiben.</translation>
    </message>
    <message>
        <source>Encrypted data of this package is missing.</source>
        <translation>Verschlüsselte Daten dieses Pakets fehlen.</translation>
    </message>
    <message>
        <source>The encrypted data of %1 is missing.</source>
        <translation>Die verschlüsselten Daten fehlen: %1.</translation>
    </message>
    <message>
        <source>Ask for exactly these files again; the others can stay.</source>
        <translation>Bitten Sie noch einmal um genau diese Dateien; die anderen können bleiben.</translation>
    </message>
    <message>
        <source>Your key was not given access to all of these chunks.</source>
        <translation>Ihr Schlüssel hat nicht zu allen diesen Abschnitten Zugriff.</translation>
    </message>
    <message>
        <source>Ask the seller for access to them, or open only what was granted.</source>
        <translation>Bitten Sie den Verkäufer um den Zugriff darauf, oder öffnen Sie nur, was freigegeben ist.</translation>
    </message>
    <message>
        <source>%1 was made without an owner.</source>
        <translation>%1 wurde ohne Eigentümer erstellt.</translation>
    </message>
    <message>
        <source>Nobody can grant access to it. The package has to be made again.</source>
        <translation>Niemand kann dafür Zugriff gewähren. Das Paket muss neu erstellt werden.</translation>
    </message>
    <message>
        <source>Ask the seller for this chunk and its access file again.</source>
        <translation>Bitten Sie den Verkäufer noch einmal um diesen Abschnitt und seine Zugriffsdatei.</translation>
    </message>
    <message>
        <source>%1 is not as it was signed.</source>
        <translation>%1 ist nicht so, wie es signiert wurde.</translation>
    </message>
    <message>
        <source>Ask the sender for it again.</source>
        <translation>Bitten Sie den Absender noch einmal darum.</translation>
    </message>
    <message>
        <source>%1 does not open with this key: it was encrypted to another one, or was changed.</source>
        <translation>%1 lässt sich mit diesem Schlüssel nicht öffnen: für einen anderen verschlüsselt oder verändert.</translation>
    </message>
    <message>
        <source>Check that this is the key that the access was granted to.</source>
        <translation>Prüfen Sie, ob dies der Schlüssel ist, dem der Zugriff gewährt wurde.</translation>
    </message>
    <message>
        <source>%1 was given with the key of another chunk.</source>
        <translation>%1 wurde mit dem Schlüssel eines anderen Abschnitts freigegeben.</translation>
    </message>
    <message>
        <source>%1 cannot be decrypted: its data and its envelope do not belong together.</source>
        <translation>%1 ist nicht entschlüsselbar: Daten und Umschlag gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>What comes out of decrypting is not what the envelope says (%1).</source>
        <translation>Was beim Entschlüsseln herauskommt, entspricht nicht dem Umschlag (%1).</translation>
    </message>
    <message>
        <source>%1 cannot be found.</source>
        <translation>%1 ist nicht auffindbar.</translation>
    </message>
    <message>
        <source>%1 is no longer at %2.</source>
        <translation>%1 ist nicht mehr hier: %2.</translation>
    </message>
    <message>
        <source>Connect the disk again, or open it from where it is now.</source>
        <translation>Schließen Sie den Datenträger wieder an, oder öffnen Sie es dort, wo es jetzt liegt.</translation>
    </message>
    <message>
        <source>%1 may not be read.</source>
        <translation>%1 darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check the permissions of the file, or ask who owns it.</source>
        <translation>Prüfen Sie die Berechtigungen der Datei, oder fragen Sie, wem sie gehört.</translation>
    </message>
    <message>
        <source>Nothing can be written to %1.</source>
        <translation>Hier lässt sich nichts schreiben: %1.</translation>
    </message>
    <message>
        <source>this place</source>
        <translation>dieser Ort</translation>
    </message>
    <message>
        <source>Check the permissions of the folder, or choose another one.</source>
        <translation>Prüfen Sie die Berechtigungen des Ordners, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 is no ordinary file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>%1 is no folder.</source>
        <translation>%1 ist kein Ordner.</translation>
    </message>
    <message>
        <source>Choose a folder, or a ZIP file.</source>
        <translation>Wählen Sie einen Ordner oder eine ZIP-Datei.</translation>
    </message>
    <message>
        <source>Something else is already in the place of %1.</source>
        <translation>Der Platz ist schon belegt: %1.</translation>
    </message>
    <message>
        <source>Choose another place, or move away what is there.</source>
        <translation>Wählen Sie einen anderen Platz, oder verschieben Sie, was dort liegt.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Make room on it, or choose another one. Nothing half-written was left behind.</source>
        <translation>Schaffen Sie Platz darauf, oder wählen Sie einen anderen. Nichts Halbfertiges ist zurückgeblieben.</translation>
    </message>
    <message>
        <source>%1 is larger than any real file of this kind.</source>
        <translation>%1 ist größer als jede echte Datei dieser Art.</translation>
    </message>
    <message>
        <source>The system could not do this.</source>
        <translation>Das System konnte dies nicht ausführen.</translation>
    </message>
    <message>
        <source>The system could not read or write %1.</source>
        <translation>Das System konnte %1 nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>Check that the disk is connected and try again.</source>
        <translation>Prüfen Sie, ob der Datenträger angeschlossen ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 was changed while it was being read.</source>
        <translation>%1 wurde während des Lesens verändert.</translation>
    </message>
    <message>
        <source>Wait until nothing writes to it any more, and try again.</source>
        <translation>Warten Sie, bis nichts mehr hineinschreibt, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 holds a file whose name would lead out of its folder.</source>
        <translation>%1 enthält eine Datei, deren Name aus dem Ordner hinausführen würde.</translation>
    </message>
    <message>
        <source>No package is like that. Do not unpack it with another program; ask who sent it.</source>
        <translation>So ist kein Paket. Entpacken Sie sie nicht mit einem anderen Programm; fragen Sie den Absender.</translation>
    </message>
    <message>
        <source>%1 holds more than any real package.</source>
        <translation>%1 enthält mehr als jedes echte Paket.</translation>
    </message>
    <message>
        <source>If it is one after all, ask for it as a folder, or in larger chunks.</source>
        <translation>Ist es doch eines, bitten Sie um einen Ordner oder um größere Abschnitte.</translation>
    </message>
    <message>
        <source>%1 is no whole ZIP file.</source>
        <translation>%1 ist keine vollständige ZIP-Datei.</translation>
    </message>
    <message>
        <source>Get it again from where it came from, or have it packed again, without a password.</source>
        <translation>Besorgen Sie sie neu von dort, woher sie kam, oder lassen Sie sie neu packen, ohne Passwort.</translation>
    </message>
    <message>
        <source>This key was revoked for this machine.</source>
        <translation>Dieser Schlüssel wurde für diese Maschine widerrufen.</translation>
    </message>
    <message>
        <source>If it is to be trusted again all the same, remove it from the trusted machines first.</source>
        <translation>Soll er trotzdem wieder vertraut sein, entfernen Sie ihn zuerst aus den vertrauten Maschinen.</translation>
    </message>
    <message>
        <source>%1 is being changed by another program.</source>
        <translation>%1 wird gerade von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Try again when that program has come to its end.</source>
        <translation>Versuchen Sie es noch einmal, wenn jenes Programm fertig ist.</translation>
    </message>
    <message>
        <source>This key</source>
        <translation>Dieser Schlüssel</translation>
    </message>
    <message>
        <source>The list of keys cannot be used.</source>
        <translation>Die Liste der Schlüssel ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The list of keys in %1 cannot be used.</source>
        <translation>Die Liste der Schlüssel in %1 ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Nothing was changed in it. Put back an earlier copy of it; the keys themselves are still in their places.</source>
        <translation>Sie wurde nicht verändert. Stellen Sie eine frühere Kopie wieder her; die Schlüssel selbst liegen noch an ihrem Platz.</translation>
    </message>
    <message>
        <source>%1 is no key backup, or was changed or damaged since it was made.</source>
        <translation>%1 ist keine Schlüsselsicherung oder wurde seither verändert oder beschädigt.</translation>
    </message>
    <message>
        <source>Take another copy of the backup.</source>
        <translation>Nehmen Sie eine andere Kopie der Sicherung.</translation>
    </message>
    <message>
        <source>%1 does not open with this passphrase.</source>
        <translation>%1 lässt sich mit dieser Passphrase nicht öffnen.</translation>
    </message>
    <message>
        <source>Type it once more; capital letters and spaces count. Nobody can recover it.</source>
        <translation>Geben Sie sie noch einmal ein; Großbuchstaben und Leerzeichen zählen. Niemand kann sie wiederherstellen.</translation>
    </message>
    <message>
        <source>%1 opens with its passphrase only, and none was given.</source>
        <translation>%1 lässt sich nur mit der Passphrase öffnen, und es wurde keine eingegeben.</translation>
    </message>
    <message>
        <source>Try again and type the passphrase.</source>
        <translation>Versuchen Sie es noch einmal und geben Sie die Passphrase ein.</translation>
    </message>
    <message>
        <source>There is no such key on this desk.</source>
        <translation>Diesen Schlüssel gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There is no key “%1” on this desk.</source>
        <translation>Den Schlüssel „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Choose one from the list of keys, or restore it from a backup.</source>
        <translation>Wählen Sie einen aus der Liste der Schlüssel, oder stellen Sie ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>This key, or its name, is on this desk already.</source>
        <translation>Diesen Schlüssel oder seinen Namen gibt es hier schon.</translation>
    </message>
    <message>
        <source>This key, or the name “%1”, is on this desk already.</source>
        <translation>Diesen Schlüssel oder den Namen „%1“ gibt es hier schon.</translation>
    </message>
    <message>
        <source>Use the one that is there, or choose another name.</source>
        <translation>Verwenden Sie den vorhandenen, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is a key of another kind than is needed here.</source>
        <translation>%1 ist ein Schlüssel anderer Art, als hier gebraucht wird.</translation>
    </message>
    <message>
        <source>Choose another key.</source>
        <translation>Wählen Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>The secret of %1 is no longer where it was kept.</source>
        <translation>Das Geheimnis zu %1 ist nicht mehr an seinem Platz.</translation>
    </message>
    <message>
        <source>this key</source>
        <translation>diesem Schlüssel</translation>
    </message>
    <message>
        <source>Somebody removed it there. Restore the key from a backup; nothing was put in its place.</source>
        <translation>Jemand hat es dort entfernt. Stellen Sie den Schlüssel aus einer Sicherung wieder her; es wurde nichts an seine Stelle gesetzt.</translation>
    </message>
    <message>
        <source>What is kept for %1 is another secret than the key&apos;s.</source>
        <translation>Was zu %1 aufbewahrt wird, ist ein anderes Geheimnis als das des Schlüssels.</translation>
    </message>
    <message>
        <source>Somebody replaced it there. It was not used and not changed; restore the key from a backup.</source>
        <translation>Jemand hat es dort ersetzt. Es wurde weder verwendet noch verändert; stellen Sie den Schlüssel aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>There is no keychain here that this program could use.</source>
        <translation>Hier gibt es keinen Schlüsselbund, den dieses Programm verwenden könnte.</translation>
    </message>
    <message>
        <source>Log in to a desktop with one, or keep the keys in the encrypted key file.</source>
        <translation>Melden Sie sich an einem Desktop mit Schlüsselbund an, oder bewahren Sie die Schlüssel in der verschlüsselten Schlüsseldatei auf.</translation>
    </message>
    <message>
        <source>%1 is too large for a keychain.</source>
        <translation>%1 ist zu groß für einen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Keep it in the encrypted key file.</source>
        <translation>Bewahren Sie ihn in der verschlüsselten Schlüsseldatei auf.</translation>
    </message>
    <message>
        <source>The keychain is locked, and its question for the password cannot be shown here.</source>
        <translation>Der Schlüsselbund ist gesperrt, und seine Frage nach dem Passwort kann hier nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Unlock it, or log in to the desktop, and try again. The key stays where it is.</source>
        <translation>Entsperren Sie ihn, oder melden Sie sich am Desktop an, und versuchen Sie es noch einmal. Der Schlüssel bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>The keychain stayed locked: its question for the password was closed.</source>
        <translation>Der Schlüsselbund blieb gesperrt: Seine Frage nach dem Passwort wurde geschlossen.</translation>
    </message>
    <message>
        <source>Try again and answer the question. The key stays where it is.</source>
        <translation>Versuchen Sie es noch einmal und beantworten Sie die Frage. Der Schlüssel bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Look for a question of the keychain that waits for you, answer it, and try again.</source>
        <translation>Suchen Sie nach einer Frage des Schlüsselbunds, die auf Sie wartet, beantworten Sie sie, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain&apos;s program ended while it was asked.</source>
        <translation>Das Programm des Schlüsselbunds wurde beendet, während es gefragt wurde.</translation>
    </message>
    <message>
        <source>Try again; if it stays away, log out and in. The key stays where it is.</source>
        <translation>Versuchen Sie es noch einmal; wenn es dabei bleibt, melden Sie sich ab und wieder an. Der Schlüssel bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>The system does not let this program use the keychain.</source>
        <translation>Das System lässt dieses Programm den Schlüsselbund nicht verwenden.</translation>
    </message>
    <message>
        <source>Allow it in the system&apos;s settings, and try again.</source>
        <translation>Erlauben Sie es in den Einstellungen des Systems, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain could not do this.</source>
        <translation>Der Schlüsselbund konnte das nicht tun.</translation>
    </message>
    <message>
        <source>Try again. If it goes on, look at the keychain with the system&apos;s own program.</source>
        <translation>Versuchen Sie es noch einmal. Wenn es dabei bleibt, sehen Sie sich den Schlüsselbund mit dem Programm des Systems an.</translation>
    </message>
</context>
<context>
    <name>ProblemReport</name>
    <message>
        <source>Doing</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Abschnitt</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Intact: signed by the machine it names</source>
        <translation>Unversehrt: signiert von der Maschine, die darin steht</translation>
    </message>
    <message>
        <source>Nothing in it was changed since the machine&apos;s key signed it. Whether other readings are missing, one reading cannot say.</source>
        <translation>Nichts daran wurde verändert, seit der Schlüssel der Maschine sie signiert hat. Ob andere Messungen fehlen, kann eine einzelne nicht sagen.</translation>
    </message>
    <message>
        <source>Changed after signing, or signed by someone else</source>
        <translation>Nach dem Signieren verändert oder von jemand anderem signiert</translation>
    </message>
    <message>
        <source>Which of the two cannot be told. If nothing was changed, the key of %1 signed it, and that is not the machine&apos;s. Ask the sender for the reading as the machine wrote it.</source>
        <translation>Welches von beidem, lässt sich nicht sagen. Wenn nichts verändert wurde, hat der Schlüssel von %1 sie signiert, und das ist nicht der Schlüssel der Maschine. Bitten Sie den Absender um die Messung, wie die Maschine sie geschrieben hat.</translation>
    </message>
    <message>
        <source>No valid signature</source>
        <translation>Keine gültige Signatur</translation>
    </message>
    <message>
        <source>What stands in the signature&apos;s place cannot have been made by any key. Ask the sender for the reading as the machine wrote it.</source>
        <translation>Was anstelle der Signatur steht, kann kein Schlüssel erzeugt haben. Bitten Sie den Absender um die Messung, wie die Maschine sie geschrieben hat.</translation>
    </message>
    <message>
        <source>Not checkable: it names no machine in a known way</source>
        <translation>Nicht prüfbar: nennt keine Maschine in bekannter Form</translation>
    </message>
    <message>
        <source>“%1” does not say whose signature to expect. That takes did:peaq:0x and 40 hex digits: ask the seller for readings that name the machine so.</source>
        <translation>„%1“ sagt nicht, wessen Signatur zu erwarten ist. Dafür braucht es did:peaq:0x und 40 Hexadezimalziffern: Bitten Sie den Verkäufer um Messungen, die die Maschine so nennen.</translation>
    </message>
    <message>
        <source>%1 is a number in the chain&apos;s registry, and only the registry says which key belongs to it.</source>
        <translation>%1 ist eine Nummer im Register der Blockchain, und nur das Register sagt, welcher Schlüssel dazu gehört.</translation>
    </message>
    <message>
        <source>Ask the seller for the machine&apos;s address: if it is %1, it signed this and nothing was changed.</source>
        <translation>Fragen Sie den Verkäufer nach der Adresse der Maschine: Ist es %1, hat sie dies signiert, und nichts wurde verändert.</translation>
    </message>
    <message>
        <source>Besides, what stands in the signature&apos;s place was not made by any key.</source>
        <translation>Außerdem wurde das, was anstelle der Signatur steht, von keinem Schlüssel erzeugt.</translation>
    </message>
    <message>
        <source>Not checkable here: the machine is named by a number</source>
        <translation>Hier nicht prüfbar: Die Maschine ist mit einer Nummer benannt</translation>
    </message>
    <message>
        <source>Not a signed reading</source>
        <translation>Keine signierte Messung</translation>
    </message>
    <message>
        <source>intact</source>
        <translation>unversehrt</translation>
    </message>
    <message>
        <source>not its machine&apos;s</source>
        <translation>nicht von ihrer Maschine</translation>
    </message>
    <message>
        <source>no valid signature</source>
        <translation>keine gültige Signatur</translation>
    </message>
    <message>
        <source>names no machine</source>
        <translation>nennt keine Maschine</translation>
    </message>
    <message>
        <source>not checkable</source>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln intact</source>
        <translation>
            <numerusform>%Ln unversehrt</numerusform>
            <numerusform>%Ln unversehrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not signed by their machine</source>
        <translation>
            <numerusform>%Ln nicht von ihrer Maschine signiert</numerusform>
            <numerusform>%Ln nicht von ihrer Maschine signiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a valid signature</source>
        <translation>
            <numerusform>%Ln ohne gültige Signatur</numerusform>
            <numerusform>%Ln ohne gültige Signatur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln naming no machine</source>
        <translation>
            <numerusform>%Ln ohne Angabe der Maschine</numerusform>
            <numerusform>%Ln ohne Angabe der Maschine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not checkable here</source>
        <translation>
            <numerusform>%Ln hier nicht prüfbar</numerusform>
            <numerusform>%Ln hier nicht prüfbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <translation>
            <numerusform>%Ln nicht lesbar</numerusform>
            <numerusform>%Ln nicht lesbar</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are listed.</source>
        <translation>
            <numerusform>Die ersten %Ln sind aufgeführt.</numerusform>
            <numerusform>Die ersten %Ln sind aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Verifying the readings</source>
        <translation>Die Messungen werden geprüft</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln readings</source>
        <translation>
            <numerusform>Gestoppt nach %Ln Messung</numerusform>
            <numerusform>Gestoppt nach %Ln Messungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest was not looked at.</source>
        <translation>Der Rest wurde nicht angesehen.</translation>
    </message>
    <message>
        <source>Not read to the end</source>
        <translation>Nicht bis zum Ende gelesen</translation>
    </message>
    <message>
        <source>There are no readings here</source>
        <translation>Hier sind keine Messungen</translation>
    </message>
    <message>
        <source>Readings are JSON files, or lines of a file called .jsonl or .ndjson.</source>
        <translation>Messungen sind JSON-Dateien oder Zeilen einer Datei mit der Endung .jsonl oder .ndjson.</translation>
    </message>
    <message numerus="yes">
        <source>Intact: all %Ln readings are signed by the machine they name</source>
        <translation>
            <numerusform>Unversehrt: %Ln Messung, signiert von der Maschine, die darin steht</numerusform>
            <numerusform>Unversehrt: alle %Ln Messungen sind von der Maschine signiert, die darin steht</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in them was changed since. Whether readings are missing between them, signatures cannot say.</source>
        <translation>Nichts daran wurde seitdem verändert. Ob dazwischen Messungen fehlen, können Signaturen nicht sagen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln readings cannot be relied on</source>
        <translation>
            <numerusform>%1 von %Ln Messung nicht verlässlich</numerusform>
            <numerusform>%1 von %Ln Messungen nicht verlässlich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln readings cannot be checked here</source>
        <translation>
            <numerusform>%1 von %Ln Messung hier nicht prüfbar</numerusform>
            <numerusform>%1 von %Ln Messungen hier nicht prüfbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>“%1” is the package of this receipt, in the same state.</source>
        <translation>„%1“ ist das Paket dieses Belegs, im selben Zustand.</translation>
    </message>
    <message>
        <source>“%1” has the chunks of this receipt; its manifest, which nobody signs, is another.</source>
        <translation>„%1“ hat die Abschnitte dieses Belegs; sein Manifest, das niemand signiert, ist ein anderes.</translation>
    </message>
    <message>
        <source>“%1” is the package of this receipt, but something in it has changed since.</source>
        <translation>„%1“ ist das Paket dieses Belegs, aber seither hat sich darin etwas geändert.</translation>
    </message>
    <message>
        <source>“%1” is another package than that of this receipt.</source>
        <translation>„%1“ ist ein anderes Paket als das dieses Belegs.</translation>
    </message>
    <message>
        <source>%1: this receipt was changed after it was signed.</source>
        <translation>%1: Dieser Beleg wurde geändert, nachdem er signiert war.</translation>
    </message>
    <message>
        <source>%1: this receipt is signed with a key that proves nothing.</source>
        <translation>%1: Dieser Beleg ist mit einem Schlüssel signiert, der nichts beweist.</translation>
    </message>
    <message>
        <source>%1: as it was signed by the key %2. By its clock, on %3 the verdict was: %4.</source>
        <translation>%1: so, wie er mit dem Schlüssel %2 signiert wurde. Nach dessen Uhr lautete das Urteil am %3: %4.</translation>
    </message>
    <message>
        <source>Open its package and drop the receipt again to compare them.</source>
        <translation>Öffnen Sie sein Paket und ziehen Sie den Beleg noch einmal herein, um beide zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Name in the library. The files keep their names.</source>
        <translation>Name in der Bibliothek. Die Dateien behalten ihre Namen.</translation>
    </message>
</context>
<context>
    <name>RepairWords</name>
    <message>
        <source>not used: it is this very package</source>
        <translation>nicht verwendet: Das ist dieses Paket selbst</translation>
    </message>
    <message>
        <source>not used: there are no chunks in it</source>
        <translation>nicht verwendet: Darin sind keine Abschnitte</translation>
    </message>
    <message>
        <source>not used: it is of another kind than this package</source>
        <translation>nicht verwendet: von anderer Art als dieses Paket</translation>
    </message>
    <message>
        <source>not used: it is signed by another key</source>
        <translation>nicht verwendet: mit einem anderen Schlüssel signiert</translation>
    </message>
    <message>
        <source>not used: it is from another machine</source>
        <translation>nicht verwendet: von einer anderen Maschine</translation>
    </message>
    <message>
        <source>not used: it is another recording of the same machine</source>
        <translation>nicht verwendet: eine andere Aufzeichnung derselben Maschine</translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: no copy has the description(s).</source>
        <translation>
            <numerusform>Abschnitt %1: Keine Kopie hat seine Beschreibung.</numerusform>
            <numerusform>Abschnitte %1: Keine Kopie hat ihre Beschreibungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: damaged in the copy, too.</source>
        <translation>
            <numerusform>Abschnitt %1: auch in der Kopie beschädigt.</numerusform>
            <numerusform>Abschnitte %1: auch in der Kopie beschädigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: signed by somebody else in the copy.</source>
        <translation>
            <numerusform>Abschnitt %1: in der Kopie von jemand anderem signiert.</numerusform>
            <numerusform>Abschnitte %1: in der Kopie von jemand anderem signiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: what the copy has does not fit the chunks beside.</source>
        <translation>
            <numerusform>Abschnitt %1: Was die Kopie hat, passt nicht zu den Abschnitten daneben.</numerusform>
            <numerusform>Abschnitte %1: Was die Kopie hat, passt nicht zu den Abschnitten daneben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: the chunks beside are missing, so nothing shows that the copy&apos;s belong here.</source>
        <translation>
            <numerusform>Abschnitt %1: Die Abschnitte daneben fehlen, deshalb zeigt nichts, dass der aus der Kopie hierher gehört.</numerusform>
            <numerusform>Abschnitte %1: Die Abschnitte daneben fehlen, deshalb zeigt nichts, dass die aus der Kopie hierher gehören.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: right, but the chunk before is not.</source>
        <translation>
            <numerusform>Abschnitt %1: selbst richtig, aber der Abschnitt davor nicht.</numerusform>
            <numerusform>Abschnitte %1: selbst richtig, aber der Abschnitt davor nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: the file&apos;s name is taken by another chunk here. Give that one its own name.</source>
        <translation>
            <numerusform>Abschnitt %1: Der Name seiner Datei ist hier von einem anderen Abschnitt belegt. Geben Sie jenem seinen eigenen Namen.</numerusform>
            <numerusform>Abschnitte %1: Die Namen ihrer Dateien sind hier von anderen Abschnitten belegt. Geben Sie jenen ihre eigenen Namen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: no copy has the encrypted data.</source>
        <translation>
            <numerusform>Abschnitt %1: Keine Kopie hat seine verschlüsselten Daten.</numerusform>
            <numerusform>Abschnitte %1: Keine Kopie hat ihre verschlüsselten Daten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: the encrypted data is damaged in the copy, too.</source>
        <translation>
            <numerusform>Abschnitt %1: Die verschlüsselten Daten sind auch in der Kopie beschädigt.</numerusform>
            <numerusform>Abschnitte %1: Die verschlüsselten Daten sind auch in der Kopie beschädigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 chunk(s) fail or are missing: %2.</source>
        <translation>
            <numerusform>%1 Abschnitt ist fehlerhaft oder fehlt: %2.</numerusform>
            <numerusform>%1 Abschnitte sind fehlerhaft oder fehlen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to repair: no chunk fails or is missing.</source>
        <translation>Es gibt nichts zu reparieren: Kein Abschnitt ist fehlerhaft oder fehlt.</translation>
    </message>
    <message>
        <source>What cannot be verified cannot be told from a wrong copy, so nothing is repaired.</source>
        <translation>Was sich nicht prüfen lässt, ist von einer falschen Kopie nicht zu unterscheiden. Deshalb wird nichts repariert.</translation>
    </message>
    <message>
        <source>No chunk is intact, so there is nothing to compare a copy with. Open the copy itself.</source>
        <translation>Kein Abschnitt ist unversehrt, deshalb gibt es nichts, womit eine Kopie zu vergleichen wäre. Öffnen Sie die Kopie selbst.</translation>
    </message>
    <message>
        <source>More than half of the package fails. Open the copy itself: it is the better package, and what it lacks can be mended from this one.</source>
        <translation>Mehr als die Hälfte des Pakets ist fehlerhaft. Öffnen Sie die Kopie selbst: Sie ist das bessere Paket, und was ihr fehlt, lässt sich aus diesem ergänzen.</translation>
    </message>
    <message>
        <source>Several keys or machines signed this package, and nothing tells which is right. Trust the right key first, then repair.</source>
        <translation>Mehrere Schlüssel oder Maschinen haben dieses Paket signiert, und nichts sagt, welche die richtige ist. Vertrauen Sie zuerst dem richtigen Schlüssel, dann reparieren Sie.</translation>
    </message>
    <message>
        <source>You trust another key for this machine than the one that signed this. Do not use this data before you have talked to the seller by a way you trust.</source>
        <translation>Sie vertrauen für diese Maschine einem anderen Schlüssel als dem, der dies signiert hat. Verwenden Sie diese Daten nicht, bevor Sie auf einem vertrauenswürdigen Weg mit dem Verkäufer gesprochen haben.</translation>
    </message>
    <message>
        <source>has the manifest</source>
        <translation>hat das Manifest</translation>
    </message>
    <message>
        <source>mends none of %1</source>
        <translation>ergänzt keinen von %1</translation>
    </message>
    <message>
        <source>mends %1 of %2: %3</source>
        <translation>ergänzt %1 von %2: %3</translation>
    </message>
    <message>
        <source>No copy is known yet. Add one, as a folder or a ZIP file.</source>
        <translation>Noch ist keine Kopie bekannt. Fügen Sie eine hinzu, als Ordner oder als ZIP-Datei.</translation>
    </message>
    <message>
        <source>The manifest can be put back.</source>
        <translation>Das Manifest kann ergänzt werden.</translation>
    </message>
    <message>
        <source>There is nothing that these copies could mend.</source>
        <translation>Es gibt nichts, was diese Kopien ergänzen könnten.</translation>
    </message>
    <message>
        <source>These copies can mend none of them.</source>
        <translation>Diese Kopien können keinen davon ergänzen.</translation>
    </message>
    <message>
        <source>These copies can mend none of them as a whole, but have parts of them.</source>
        <translation>Diese Kopien können keinen davon ganz ergänzen, haben aber Teile davon.</translation>
    </message>
    <message>
        <source>All of them can be mended. %1 will be fetched and checked.</source>
        <translation>Alle lassen sich ergänzen. %1 werden geholt und geprüft.</translation>
    </message>
    <message>
        <source>%1 of %2 can be mended. %3 will be fetched and checked.</source>
        <translation>%1 von %2 lassen sich ergänzen. %3 werden geholt und geprüft.</translation>
    </message>
    <message>
        <source>Ask the seller for %1.</source>
        <translation>Bitten Sie den Verkäufer um %1.</translation>
    </message>
    <message>
        <source>The manifest is missing and comes from the copy. Nothing in it is signed.</source>
        <translation>Das Manifest fehlt und kommt aus der Kopie. Nichts darin ist signiert.</translation>
    </message>
    <message>
        <source>The copy&apos;s manifest is not taken: it speaks of another machine or another number of chunks.</source>
        <translation>Das Manifest der Kopie wird nicht übernommen: Es spricht von einer anderen Maschine oder einer anderen Zahl von Abschnitten.</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
</context>
<context>
    <name>TrustWords</name>
    <message>
        <source>only seen</source>
        <translation>nur gesehen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln trusted</source>
        <translation>
            <numerusform>%Ln vertraut</numerusform>
            <numerusform>%Ln vertraut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked</source>
        <translation>
            <numerusform>%Ln widerrufen</numerusform>
            <numerusform>%Ln widerrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new machine(s)</source>
        <translation>
            <numerusform>%Ln neue Maschine</numerusform>
            <numerusform>%Ln neue Maschinen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new trusted key(s)</source>
        <translation>
            <numerusform>%Ln neuer vertrauter Schlüssel</numerusform>
            <numerusform>%Ln neue vertraute Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln newly revoked key(s)</source>
        <translation>
            <numerusform>%Ln neu widerrufener Schlüssel</numerusform>
            <numerusform>%Ln neu widerrufene Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new chain(s)</source>
        <translation>
            <numerusform>%Ln neue Kette</numerusform>
            <numerusform>%Ln neue Ketten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) that it trusts stay revoked here</source>
        <translation>
            <numerusform>%Ln Schlüssel, dem die Datei vertraut, bleibt hier widerrufen</numerusform>
            <numerusform>%Ln Schlüssel, denen die Datei vertraut, bleiben hier widerrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>It says nothing that is not known here.</source>
        <translation>Sie sagt nichts, was hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>The seller’s package code fitted</source>
        <translation>Der Paketcode des Verkäufers passte</translation>
    </message>
    <message>
        <source>The seller’s fingerprint fitted</source>
        <translation>Der Fingerabdruck des Verkäufers passte</translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <translation>Von Hand eingegeben</translation>
    </message>
    <message>
        <source>Not compared with anything</source>
        <translation>Mit nichts verglichen</translation>
    </message>
    <message>
        <source>Refused when it was seen first</source>
        <translation>Abgelehnt, als er zuerst gesehen wurde</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Byte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message numerus="yes">
        <source>Chunk(s) %1 were changed after signing.</source>
        <translation>
            <numerusform>Abschnitt %1 wurde nach dem Signieren verändert.</numerusform>
            <numerusform>Die Abschnitte %1 wurden nach dem Signieren verändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 are cut off.</source>
        <translation>
            <numerusform>Abschnitt %1 ist abgeschnitten.</numerusform>
            <numerusform>Die Abschnitte %1 sind abgeschnitten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 are longer than they should be.</source>
        <translation>
            <numerusform>Abschnitt %1 ist länger, als er sein sollte.</numerusform>
            <numerusform>Die Abschnitte %1 sind länger, als sie sein sollten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 hold the data of other chunks.</source>
        <translation>
            <numerusform>Abschnitt %1 enthält die Daten eines anderen Abschnitts.</numerusform>
            <numerusform>Die Abschnitte %1 enthalten die Daten anderer Abschnitte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The description(s) of chunk(s) %1 were changed; the data is as it was signed.</source>
        <translation>
            <numerusform>Die Beschreibung von Abschnitt %1 wurde verändert; die Daten sind, wie sie signiert wurden.</numerusform>
            <numerusform>Die Beschreibungen der Abschnitte %1 wurden verändert; die Daten sind, wie sie signiert wurden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The signature(s) of chunk(s) %1 do not fit.</source>
        <translation>
            <numerusform>Die Signatur von Abschnitt %1 passt nicht.</numerusform>
            <numerusform>Die Signaturen der Abschnitte %1 passen nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 do not follow the chunk before.</source>
        <translation>
            <numerusform>Abschnitt %1 folgt nicht auf den Abschnitt davor.</numerusform>
            <numerusform>Die Abschnitte %1 folgen nicht auf den Abschnitt davor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first chunk points back to another one.</source>
        <translation>
            <numerusform>Der erste Abschnitt verweist auf einen anderen zurück.</numerusform>
            <numerusform>Der erste Abschnitt verweist auf einen anderen zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The id(s) of chunk(s) %1 do not fit content and place.</source>
        <translation>
            <numerusform>Die ID von Abschnitt %1 passt nicht zu Inhalt und Platz.</numerusform>
            <numerusform>Die IDs der Abschnitte %1 passen nicht zu Inhalt und Platz.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 are here more than once.</source>
        <translation>
            <numerusform>Abschnitt %1 ist mehrfach vorhanden.</numerusform>
            <numerusform>Die Abschnitte %1 sind mehrfach vorhanden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 are more than the manifest says.</source>
        <translation>
            <numerusform>Abschnitt %1 ist im Manifest nicht vorgesehen.</numerusform>
            <numerusform>Die Abschnitte %1 sind im Manifest nicht vorgesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 cannot be read.</source>
        <translation>
            <numerusform>Abschnitt %1 ist nicht lesbar.</numerusform>
            <numerusform>Die Abschnitte %1 sind nicht lesbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The description(s) of chunk(s) %1 are not as they must be.</source>
        <translation>
            <numerusform>Die Beschreibung von Abschnitt %1 ist nicht, wie sie sein muss.</numerusform>
            <numerusform>Die Beschreibungen der Abschnitte %1 sind nicht, wie sie sein müssen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %1 chunk(s) are intact and from the machine you trust.</source>
        <translation>
            <numerusform>%1 anderer Abschnitt ist unversehrt und von der Maschine, der Sie vertrauen.</numerusform>
            <numerusform>Die anderen %1 Abschnitte sind unversehrt und von der Maschine, der Sie vertrauen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %1 chunk(s) are intact.</source>
        <translation>
            <numerusform>%1 anderer Abschnitt ist unversehrt.</numerusform>
            <numerusform>Die anderen %1 Abschnitte sind unversehrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Damaged: not every file of this package can be used</source>
        <translation>Beschädigt: nicht jede Datei dieses Pakets ist verwendbar</translation>
    </message>
    <message numerus="yes">
        <source>Damaged: %1 of %2 chunk(s) cannot be used</source>
        <translation>
            <numerusform>Beschädigt: %1 von %2 Abschnitt unbrauchbar</numerusform>
            <numerusform>Beschädigt: %1 von %2 Abschnitten unbrauchbar</numerusform>
        </translation>
    </message>
    <message>
        <source>More is in the list below.</source>
        <translation>Mehr steht in der Liste darunter.</translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 are not here.</source>
        <translation>
            <numerusform>Abschnitt %1 ist nicht hier.</numerusform>
            <numerusform>Die Abschnitte %1 sind nicht hier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Incomplete: %1 of %2 chunk(s) missing</source>
        <translation>
            <numerusform>Unvollständig: %1 von %2 Abschnitt nicht vorhanden</numerusform>
            <numerusform>Unvollständig: %1 von %2 Abschnitten nicht vorhanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask the sender for chunk(s) %1.</source>
        <translation>
            <numerusform>Bitten Sie den Absender um Abschnitt %1.</numerusform>
            <numerusform>Bitten Sie den Absender um die Abschnitte %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of it are signed with another key, from chunk %1 on.</source>
        <translation>Teile davon sind mit einem anderen Schlüssel signiert, ab Abschnitt %1.</translation>
    </message>
    <message>
        <source>Parts of it name another machine.</source>
        <translation>Teile davon nennen eine andere Maschine.</translation>
    </message>
    <message>
        <source>The manifest names another machine than the chunks.</source>
        <translation>Das Manifest nennt eine andere Maschine als die Abschnitte.</translation>
    </message>
    <message>
        <source>It is signed with a key that was revoked for this machine.</source>
        <translation>Es ist mit einem Schlüssel signiert, der für diese Maschine widerrufen wurde.</translation>
    </message>
    <message>
        <source>You trust another key for this machine than the one that signed this.</source>
        <translation>Für diese Maschine vertrauen Sie einem anderen Schlüssel als dem, der dies signiert hat.</translation>
    </message>
    <message>
        <source>Not checkable: written by the on-robot agent</source>
        <translation>Nicht prüfbar: vom Agenten auf dem Roboter geschrieben</translation>
    </message>
    <message>
        <source>This version does not verify that dialect. It says nothing against the data. Ask the sender for the package as the owner&apos;s tools publish it.</source>
        <translation>Diese Version prüft dessen Dialekt nicht. Das spricht nicht gegen die Daten. Bitten Sie den Absender um das Paket, wie es die Werkzeuge des Eigentümers veröffentlichen.</translation>
    </message>
    <message>
        <source>Not checkable: its chunks are of an unknown kind</source>
        <translation>Nicht prüfbar: Die Abschnitte sind von unbekannter Art</translation>
    </message>
    <message>
        <source>They may come from a newer program. Look for a newer version of Stream Desk, or ask the sender what wrote them.</source>
        <translation>Sie können von einem neueren Programm stammen. Suchen Sie nach einer neueren Version von Stream Desk, oder fragen Sie den Absender, womit sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>Not checkable: there are no chunks here</source>
        <translation>Nicht prüfbar: Hier sind keine Abschnitte</translation>
    </message>
    <message>
        <source>A package has files called chunk-0.json, chunk-1.json and so on. Check that this is the right folder and that everything has arrived.</source>
        <translation>Ein Paket hat Dateien namens chunk-0.json, chunk-1.json und so weiter. Prüfen Sie, ob dies der richtige Ordner ist und alles angekommen ist.</translation>
    </message>
    <message>
        <source>Not checkable: the encrypted data is not here</source>
        <translation>Nicht prüfbar: Die verschlüsselten Daten sind nicht hier</translation>
    </message>
    <message>
        <source>The descriptions of the chunks are here, their data (chunk-*.bin) is not. Ask the sender for it, or put it into the same folder.</source>
        <translation>Die Beschreibungen der Abschnitte sind hier, ihre Daten (chunk-*.bin) nicht. Bitten Sie den Absender darum, oder legen Sie sie in denselben Ordner.</translation>
    </message>
    <message>
        <source>Do not use this data before you have talked to the seller by a way you trust.</source>
        <translation>Verwenden Sie diese Daten nicht, bevor Sie auf einem Weg, dem Sie vertrauen, mit dem Verkäufer gesprochen haben.</translation>
    </message>
    <message>
        <source>Signer changed: this is how a forgery looks</source>
        <translation>Unterzeichner gewechselt: So sieht eine Fälschung aus</translation>
    </message>
    <message>
        <source>Not what was announced: the package code does not match</source>
        <translation>Nicht das Angekündigte: Der Paketcode stimmt nicht</translation>
    </message>
    <message>
        <source>It has another signer, other chunks or another order than the package the code belongs to.</source>
        <translation>Es hat einen anderen Unterzeichner, andere Abschnitte oder eine andere Reihenfolge als das Paket, zu dem der Code gehört.</translation>
    </message>
    <message>
        <source>Rolled back: this chain was seen before with another end</source>
        <translation>Zurückgesetzt: Diese Kette wurde schon mit anderem Ende gesehen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s), complete and in order, all signed by the machine you trust.</source>
        <translation>
            <numerusform>%Ln Abschnitt, vollständig, signiert von der Maschine, der Sie vertrauen.</numerusform>
            <numerusform>%Ln Abschnitte, vollständig und in der richtigen Reihenfolge, alle von der Maschine signiert, der Sie vertrauen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s), all signed by the machine you trust. Order and completeness are as the sender arranged them.</source>
        <translation>
            <numerusform>%Ln Abschnitt, signiert von der Maschine, der Sie vertrauen. Reihenfolge und Vollständigkeit sind so, wie der Absender sie hergestellt hat.</numerusform>
            <numerusform>%Ln Abschnitte, alle von der Maschine signiert, der Sie vertrauen. Reihenfolge und Vollständigkeit sind so, wie der Absender sie hergestellt hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not checkable</source>
        <translation>Nicht prüfbar</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Signer changed</source>
        <translation>Unterzeichner gewechselt</translation>
    </message>
    <message>
        <source>Not what was announced</source>
        <translation>Nicht das Angekündigte</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Zurückgesetzt</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Intact, signer trusted</source>
        <translation>Unversehrt, Unterzeichner vertraut</translation>
    </message>
    <message>
        <source>Intact, signer not yet trusted</source>
        <translation>Unversehrt, Unterzeichner noch nicht vertraut</translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 are signed with a key that fits any content and proves nothing.</source>
        <translation>
            <numerusform>Abschnitt %1 ist mit einem Schlüssel signiert, der zu jedem Inhalt passt und nichts beweist.</numerusform>
            <numerusform>Die Abschnitte %1 sind mit einem Schlüssel signiert, der zu jedem Inhalt passt und nichts beweist.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is signed with a key that was revoked for this machine (%1).</source>
        <translation>Es ist mit einem Schlüssel signiert, der für diese Maschine widerrufen wurde (%1).</translation>
    </message>
    <message>
        <source>When you verified this chain before, another key had signed it.</source>
        <translation>Als Sie diese Kette früher geprüft haben, war sie mit einem anderen Schlüssel signiert.</translation>
    </message>
    <message>
        <source>It had %1 chunks then and has %2 now: chunks were taken away.</source>
        <translation>Damals hatte sie %1 Abschnitte, jetzt hat sie %2: Es wurden Abschnitte entfernt.</translation>
    </message>
    <message>
        <source>It has as many chunks as then, but not the same ones in the same order.</source>
        <translation>Sie hat so viele Abschnitte wie damals, aber nicht dieselben in derselben Reihenfolge.</translation>
    </message>
    <message>
        <source>It has %1 chunks now, but the %2 of then are not all there in the same order.</source>
        <translation>Jetzt hat sie %1 Abschnitte, aber die %2 von damals sind nicht alle in derselben Reihenfolge da.</translation>
    </message>
    <message>
        <source>It is as it was on %1.</source>
        <translation>Es ist so, wie es am %1 war.</translation>
    </message>
    <message>
        <source>Every chunk is signed by the machine you trust, so the code is that of another package, or chunks were left out, added, repeated or put in another order.</source>
        <translation>Jeder Abschnitt ist von der Maschine signiert, der Sie vertrauen. Also gehört der Code zu einem anderen Paket, oder es wurden Abschnitte weggelassen, hinzugefügt, wiederholt oder umgeordnet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s), none changed since signing. One key signed them all, but you have not confirmed that it belongs to this machine. Compare it with what the seller says.</source>
        <translation>
            <numerusform>%Ln Abschnitt, seit dem Signieren nicht verändert. Dass der Schlüssel zu dieser Maschine gehört, haben Sie noch nicht bestätigt. Vergleichen Sie ihn mit dem, was der Verkäufer sagt.</numerusform>
            <numerusform>%Ln Abschnitte, keiner seit dem Signieren verändert. Ein Schlüssel hat sie alle signiert, aber dass er zu dieser Maschine gehört, haben Sie noch nicht bestätigt. Vergleichen Sie ihn mit dem, was der Verkäufer sagt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>text or null</source>
        <translation>Text oder null</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number, 0 or more</source>
        <translation>eine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>true</source>
        <translation>true</translation>
    </message>
    <message>
        <source>false</source>
        <translation>false</translation>
    </message>
    <message>
        <source>a signature of 64 bytes in hex</source>
        <translation>eine Signatur von 64 Byte, hexadezimal</translation>
    </message>
    <message>
        <source>a key of 32 bytes in hex</source>
        <translation>ein Schlüssel von 32 Byte, hexadezimal</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Byte</translation>
    </message>
    <message>
        <source>Cut off:</source>
        <translation>Abgeschnitten:</translation>
    </message>
    <message>
        <source>Too long:</source>
        <translation>Zu lang:</translation>
    </message>
    <message>
        <source>Swapped.</source>
        <translation>Vertauscht.</translation>
    </message>
    <message>
        <source>Envelope changed.</source>
        <translation>Umschlag verändert.</translation>
    </message>
    <message>
        <source>Altered.</source>
        <translation>Verändert.</translation>
    </message>
    <message>
        <source>%1 of %2.</source>
        <translation>%1 von %2.</translation>
    </message>
    <message>
        <source>%1 instead of %2.</source>
        <translation>%1 statt %2.</translation>
    </message>
    <message>
        <source>This is the data of chunk %1.</source>
        <translation>Dies sind die Daten von Abschnitt %1.</translation>
    </message>
    <message>
        <source>The ciphertext is what was signed, but the envelope names another hash.</source>
        <translation>Die verschlüsselten Daten sind, was signiert wurde, aber der Umschlag nennt einen anderen Hashwert.</translation>
    </message>
    <message>
        <source>Same length, other bytes.</source>
        <translation>Gleiche Länge, andere Bytes.</translation>
    </message>
    <message>
        <source>Other bytes than were signed.</source>
        <translation>Andere Bytes, als signiert wurden.</translation>
    </message>
    <message>
        <source>ciphertext is cut off: %1 of %2</source>
        <translation>verschlüsselte Daten abgeschnitten: %1 von %2</translation>
    </message>
    <message>
        <source>ciphertext is too long: %1 instead of %2</source>
        <translation>verschlüsselte Daten zu lang: %1 statt %2</translation>
    </message>
    <message>
        <source>ciphertext is that of chunk %1</source>
        <translation>verschlüsselte Daten sind die von Abschnitt %1</translation>
    </message>
    <message>
        <source>envelope names another hash than was signed</source>
        <translation>Umschlag nennt einen anderen Hashwert, als signiert wurde</translation>
    </message>
    <message>
        <source>differs from its signed hash</source>
        <translation>weicht vom signierten Hashwert ab</translation>
    </message>
    <message>
        <source>There are no chunk files (chunk-*.json) here.</source>
        <translation>Hier sind keine Dateien von Abschnitten (chunk-*.json).</translation>
    </message>
    <message>
        <source>None of the encrypted data (chunk-*.bin) is here.</source>
        <translation>Von den verschlüsselten Daten (chunk-*.bin) ist nichts hier.</translation>
    </message>
    <message>
        <source>The chunks are of a kind that this version does not know.</source>
        <translation>Die Abschnitte sind von einer Art, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>Written by the on-robot agent, whose dialect is not verified yet. That says nothing against it.</source>
        <translation>Geschrieben vom Agenten auf dem Roboter, dessen Dialekt noch nicht geprüft wird. Das spricht nicht dagegen.</translation>
    </message>
    <message>
        <source>The envelope %1 cannot be read.</source>
        <translation>Der Umschlag %1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The envelope has no %1.</source>
        <translation>Im Umschlag fehlt „%1“.</translation>
    </message>
    <message>
        <source>The envelope&apos;s %1 is not what it must be.</source>
        <translation>Der Wert von „%1“ im Umschlag ist nicht, wie er sein muss.</translation>
    </message>
    <message>
        <source>The envelope is of another kind than the rest of the chain.</source>
        <translation>Der Umschlag ist von anderer Art als der Rest der Kette.</translation>
    </message>
    <message>
        <source>The envelope is in the on-robot agent&apos;s dialect, unlike the rest of the chain.</source>
        <translation>Der Umschlag ist im Dialekt des Agenten auf dem Roboter, anders als der Rest der Kette.</translation>
    </message>
    <message>
        <source>Several envelopes claim this place in the chain. This one is %1.</source>
        <translation>Mehrere Umschläge beanspruchen diesen Platz in der Kette. Dieser ist %1.</translation>
    </message>
    <message>
        <source>The first chunk points back to another one.</source>
        <translation>Der erste Abschnitt verweist auf einen anderen zurück.</translation>
    </message>
    <message>
        <source>Its link does not name the chunk before it.</source>
        <translation>Die Verknüpfung nennt nicht den Abschnitt davor.</translation>
    </message>
    <message>
        <source>The ciphertext %1 cannot be read.</source>
        <translation>Die verschlüsselten Daten %1 sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Its id does not fit its own content and place.</source>
        <translation>Die ID passt nicht zu Inhalt und Platz des Abschnitts.</translation>
    </message>
    <message>
        <source>The envelope&apos;s %1 is blank.</source>
        <translation>Der Wert von „%1“ im Umschlag ist leer.</translation>
    </message>
    <message>
        <source>The signature does not fit the hash in the envelope.</source>
        <translation>Die Signatur passt nicht zum Hashwert im Umschlag.</translation>
    </message>
    <message>
        <source>There are more chunks than the manifest says.</source>
        <translation>Es sind mehr Abschnitte, als das Manifest angibt.</translation>
    </message>
    <message>
        <source>Signed with a key that fits any content and so proves nothing.</source>
        <translation>Mit einem Schlüssel signiert, der zu jedem Inhalt passt und daher nichts beweist.</translation>
    </message>
    <message>
        <source>Signed with another key than the chunks before.</source>
        <translation>Mit einem anderen Schlüssel signiert als die Abschnitte davor.</translation>
    </message>
    <message>
        <source>Names another machine than the chunks before.</source>
        <translation>Nennt eine andere Maschine als die Abschnitte davor.</translation>
    </message>
    <message>
        <source>The manifest names another machine than the chunks.</source>
        <translation>Das Manifest nennt eine andere Maschine als die Abschnitte.</translation>
    </message>
    <message>
        <source>Other keys are trusted for this machine, and this one is not among them.</source>
        <translation>Für diese Maschine sind andere Schlüssel vertraut, dieser ist nicht darunter.</translation>
    </message>
    <message>
        <source>The key was revoked for this machine.</source>
        <translation>Der Schlüssel wurde für diese Maschine widerrufen.</translation>
    </message>
    <message>
        <source>The package code is not the one of this package: another signer, other chunks or another order.</source>
        <translation>Der Paketcode ist nicht der dieses Pakets: anderer Unterzeichner, andere Abschnitte oder andere Reihenfolge.</translation>
    </message>
    <message>
        <source>This chain was seen before with other chunks at its end.</source>
        <translation>Diese Kette wurde schon mit anderen Abschnitten am Ende gesehen.</translation>
    </message>
    <message>
        <source>Envelope and ciphertext are not here.</source>
        <translation>Umschlag und verschlüsselte Daten sind nicht hier.</translation>
    </message>
    <message>
        <source>The ciphertext is not here; the envelope is.</source>
        <translation>Die verschlüsselten Daten sind nicht hier; der Umschlag ist da.</translation>
    </message>
    <message>
        <source>Not here, though the manifest counts on it.</source>
        <translation>Nicht hier, obwohl das Manifest damit rechnet.</translation>
    </message>
    <message>
        <source>There is no manifest: how many chunks there should be, and what all the data should be, is not known.</source>
        <translation>Es gibt kein Manifest: Wie viele Abschnitte es sein sollten und welche Daten insgesamt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The manifest cannot be used.</source>
        <translation>Das Manifest ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>%1 names an algorithm that this version does not know.</source>
        <translation>%1 nennt ein Verfahren, das diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>%1 was used, whose content is the right one.</source>
        <translation>%1 wurde verwendet; der Inhalt ist der richtige.</translation>
    </message>
    <message>
        <source>%1 is the same as %2 and was passed over.</source>
        <translation>%1 ist dasselbe wie %2 und wurde übergangen.</translation>
    </message>
    <message>
        <source>Relinked.</source>
        <translation>Neu verknüpft.</translation>
    </message>
    <message>
        <source>Missing.</source>
        <translation>Fehlt.</translation>
    </message>
    <message>
        <source>Other signer.</source>
        <translation>Anderer Unterzeichner.</translation>
    </message>
    <message>
        <source>Twice.</source>
        <translation>Doppelt.</translation>
    </message>
    <message>
        <source>If files were renamed, give them back their names. Otherwise ask the seller for %1 again; the others can stay.</source>
        <translation>Wurden Dateien umbenannt, geben Sie ihnen ihre Namen zurück. Bitten Sie sonst den Verkäufer noch einmal um %1; die anderen können bleiben.</translation>
    </message>
    <message>
        <source>Ask the seller for %1; the others can stay.</source>
        <translation>Bitten Sie den Verkäufer um %1; die anderen können bleiben.</translation>
    </message>
    <message>
        <source>Ask the seller for %1 again; the others can stay.</source>
        <translation>Bitten Sie den Verkäufer noch einmal um %1; die anderen können bleiben.</translation>
    </message>
    <message>
        <source>Check that this is the package&apos;s folder and that everything in it has arrived.</source>
        <translation>Prüfen Sie, ob dies der Ordner des Pakets ist und alles darin angekommen ist.</translation>
    </message>
    <message>
        <source>It may need a newer version of this program.</source>
        <translation>Möglicherweise ist eine neuere Version dieses Programms nötig.</translation>
    </message>
    <message>
        <source>Ask the seller for the package as published for buyers.</source>
        <translation>Bitten Sie den Verkäufer um das Paket, wie es für Käufer veröffentlicht wird.</translation>
    </message>
    <message>
        <source>Keep the right file of each and move the other away, then verify again.</source>
        <translation>Behalten Sie jeweils die richtige Datei, verschieben Sie die andere und prüfen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Ask the seller for manifest.json, and how many chunks there should be.</source>
        <translation>Bitten Sie den Verkäufer um manifest.json, und fragen Sie, wie viele Abschnitte es sein sollten.</translation>
    </message>
    <message>
        <source>Do not use this data before you have talked to the seller by a way you trust.</source>
        <translation>Verwenden Sie diese Daten nicht, bevor Sie auf einem Weg, dem Sie vertrauen, mit dem Verkäufer gesprochen haben.</translation>
    </message>
    <message>
        <source>Nothing. Other programs may want the file under its plain name.</source>
        <translation>Nichts. Andere Programme erwarten die Datei vielleicht unter ihrem üblichen Namen.</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>a stretch of chunks</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two files</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <comment>from file to file</comment>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>envelopes and ciphertexts</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>no chunk files</source>
        <translation>keine Dateien von Abschnitten</translation>
    </message>
    <message>
        <source>no ciphertext at all</source>
        <translation>keine verschlüsselten Daten</translation>
    </message>
    <message>
        <source>kind of chunks not known</source>
        <translation>Art der Abschnitte unbekannt</translation>
    </message>
    <message>
        <source>on-robot dialect, not verified yet</source>
        <translation>Dialekt des Roboters, noch nicht geprüft</translation>
    </message>
    <message>
        <source>envelope cannot be read</source>
        <translation>Umschlag nicht lesbar</translation>
    </message>
    <message>
        <source>%1 is missing in the envelope</source>
        <translation>„%1“ fehlt im Umschlag</translation>
    </message>
    <message>
        <source>%1 is not what it must be</source>
        <translation>„%1“ ist nicht, wie es sein muss</translation>
    </message>
    <message>
        <source>another kind than the rest</source>
        <translation>von anderer Art als der Rest</translation>
    </message>
    <message>
        <source>on-robot dialect, unlike the rest</source>
        <translation>Dialekt des Roboters, anders als der Rest</translation>
    </message>
    <message>
        <source>here more than once</source>
        <translation>mehrfach vorhanden</translation>
    </message>
    <message>
        <source>first chunk points back to another one</source>
        <translation>erster Abschnitt verweist auf einen anderen zurück</translation>
    </message>
    <message>
        <source>does not follow the chunk before it</source>
        <translation>folgt nicht auf den Abschnitt davor</translation>
    </message>
    <message>
        <source>ciphertext cannot be read</source>
        <translation>verschlüsselte Daten nicht lesbar</translation>
    </message>
    <message>
        <source>id does not fit content and place</source>
        <translation>ID passt nicht zu Inhalt und Platz</translation>
    </message>
    <message>
        <source>%1 is blank</source>
        <translation>„%1“ ist leer</translation>
    </message>
    <message>
        <source>signature does not fit</source>
        <translation>Signatur passt nicht</translation>
    </message>
    <message>
        <source>more than the manifest says</source>
        <translation>mehr, als das Manifest angibt</translation>
    </message>
    <message>
        <source>signed with a key that proves nothing</source>
        <translation>mit einem Schlüssel signiert, der nichts beweist</translation>
    </message>
    <message>
        <source>signed with another key</source>
        <translation>mit einem anderen Schlüssel signiert</translation>
    </message>
    <message>
        <source>names another machine</source>
        <translation>nennt eine andere Maschine</translation>
    </message>
    <message>
        <source>manifest names another machine</source>
        <translation>Manifest nennt eine andere Maschine</translation>
    </message>
    <message>
        <source>key is not the trusted one</source>
        <translation>Schlüssel ist nicht der vertraute</translation>
    </message>
    <message>
        <source>key was revoked</source>
        <translation>Schlüssel wurde widerrufen</translation>
    </message>
    <message>
        <source>package code does not match</source>
        <translation>Paketcode stimmt nicht</translation>
    </message>
    <message>
        <source>seen before with another end</source>
        <translation>schon mit anderem Ende gesehen</translation>
    </message>
    <message>
        <source>no envelope and no ciphertext file</source>
        <translation>weder Umschlag noch verschlüsselte Daten</translation>
    </message>
    <message>
        <source>no ciphertext file</source>
        <translation>keine verschlüsselten Daten</translation>
    </message>
    <message>
        <source>not here, though the manifest counts on it</source>
        <translation>fehlt, obwohl im Manifest</translation>
    </message>
    <message>
        <source>no manifest</source>
        <translation>kein Manifest</translation>
    </message>
    <message>
        <source>manifest cannot be used</source>
        <translation>Manifest nicht verwendbar</translation>
    </message>
    <message>
        <source>unknown algorithm “%1”</source>
        <translation>unbekanntes Verfahren „%1“</translation>
    </message>
    <message>
        <source>a copy was used: %1</source>
        <translation>Kopie verwendet: %1</translation>
    </message>
    <message>
        <source>a copy was passed over: %1</source>
        <translation>Kopie übergangen: %1</translation>
    </message>
    <message>
        <source>no link</source>
        <translation>keine Verknüpfung</translation>
    </message>
    <message>
        <source>%1 chunks in all</source>
        <translation>%1 Abschnitte insgesamt</translation>
    </message>
    <message>
        <source>%1 chunks</source>
        <translation>%1 Abschnitte</translation>
    </message>
    <message>
        <source>All that was seen of this chain before is here, and more behind it.</source>
        <translation>Alles, was von dieser Kette schon gesehen wurde, ist hier, und danach folgt mehr.</translation>
    </message>
    <message>
        <source>Ask the seller for the package code of now: it settles what came later.</source>
        <translation>Fragen Sie den Verkäufer nach dem jetzigen Paketcode: Er klärt, was später hinzukam.</translation>
    </message>
    <message>
        <source>longer than when it was seen before</source>
        <translation>länger, als sie zuletzt gesehen wurde</translation>
    </message>
    <message>
        <source>When this chain was verified here before, another key had signed it.</source>
        <translation>Als diese Kette hier früher geprüft wurde, war sie mit einem anderen Schlüssel signiert.</translation>
    </message>
    <message>
        <source>signed by another key before</source>
        <translation>früher anders signiert</translation>
    </message>
    <message>
        <source>The key was revoked for this machine (%1).</source>
        <translation>Der Schlüssel wurde für diese Maschine widerrufen (%1).</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <comment>chunks</comment>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between chunks</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>chunks</comment>
        <translation>%1 und %2</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Opens and verifies packages of machine data.</source>
        <translation>Öffnet und prüft Pakete mit Maschinendaten.</translation>
    </message>
    <message>
        <source>Trust the machines and keys in this file.</source>
        <translation>Den Maschinen und Schlüsseln in dieser Datei vertrauen.</translation>
    </message>
    <message>
        <source>The package code that the seller told you.</source>
        <translation>Der Paketcode, den der Verkäufer Ihnen genannt hat.</translation>
    </message>
    <message>
        <source>Packages, readings or other files to open.</source>
        <translation>Pakete, Messungen oder andere Dateien, die geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::AboutDialog</name>
    <message>
        <source>About Stream Desk</source>
        <translation>Über Stream Desk</translation>
    </message>
    <message>
        <source>Stream Desk is free software under the Apache License 2.0. It is made with:</source>
        <translation>Stream Desk ist freie Software unter der Apache-Lizenz 2.0. Verwendet werden:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>For people who sell and buy machine data: see that a package is whole and really from its machine, and share what was paid for.</source>
        <translation>Für alle, die Maschinendaten verkaufen und kaufen: sehen, dass ein Paket vollständig ist und wirklich von seiner Maschine stammt, und weitergeben, was bezahlt wurde.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::AddKeyDialog</name>
    <message>
        <source>&amp;Fingerprint, as the seller stated it:</source>
        <translation>&amp;Fingerabdruck, wie der Verkäufer ihn nennt:</translation>
    </message>
    <message>
        <source>Trust a machine’s key</source>
        <translation>Dem Schlüssel einer Maschine vertrauen</translation>
    </message>
    <message>
        <source>Get the fingerprint by a way that nobody else can change: by telephone, from the seller’s own page. Packages of this machine by another key will be red.</source>
        <translation>Holen Sie den Fingerabdruck auf einem Weg, den sonst niemand verändern kann: am Telefon, von der eigenen Seite des Verkäufers. Pakete dieser Maschine mit einem anderen Schlüssel werden dann rot.</translation>
    </message>
    <message>
        <source>Such as “Rover 7”; for yourself</source>
        <translation>Etwa „Rover 7“; für Sie selbst</translation>
    </message>
    <message>
        <source>Who told you, and when; for yourself</source>
        <translation>Wer es Ihnen gesagt hat und wann; für Sie selbst</translation>
    </message>
    <message>
        <source>&amp;DID of the machine</source>
        <translation>&amp;DID der Maschine</translation>
    </message>
    <message>
        <source>Your &amp;name for it</source>
        <translation>Ihr &amp;Name dafür</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>Trust this key</source>
        <translation>Diesem Schlüssel vertrauen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::BackupDialog</name>
    <message>
        <source>Back up keys</source>
        <translation>Schlüssel sichern</translation>
    </message>
    <message>
        <source>One encrypted file that you can keep anywhere: on a stick, in a safe, in a cloud. With the passphrase it brings the keys back on any computer.</source>
        <translation>Eine verschlüsselte Datei, die Sie überall aufheben können: auf einem Stick, im Tresor, in einer Cloud. Mit der Passphrase bringt sie die Schlüssel auf jedem Computer zurück.</translation>
    </message>
    <message>
        <source>Save backup…</source>
        <translation>Sicherung speichern …</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>Save backup</source>
        <translation>Sicherung speichern</translation>
    </message>
    <message>
        <source>Key backups (*.json)</source>
        <translation>Schlüsselsicherungen (*.json)</translation>
    </message>
    <message>
        <source>key backup %1</source>
        <translation>Schlüsselsicherung %1</translation>
    </message>
    <message>
        <source>Backing up keys</source>
        <translation>Schlüssel sichern</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::BackupFileDialog</name>
    <message>
        <source>Prove a backup</source>
        <translation>Eine Sicherung erproben</translation>
    </message>
    <message>
        <source>Restore keys from a backup</source>
        <translation>Schlüssel aus einer Sicherung zurückholen</translation>
    </message>
    <message>
        <source>The backup is opened in memory only. Each key in it has to be the same as here and to do what a key is for once. Nothing on this desk is changed but the date of the proof.</source>
        <translation>Die Sicherung wird nur im Speicher geöffnet. Jeder Schlüssel darin muss derselbe sein wie hier und einmal tun, wozu ein Schlüssel da ist. Hier ändert sich nichts als das Datum der Probe.</translation>
    </message>
    <message>
        <source>Keys that are on this desk already stay as they are.</source>
        <translation>Schlüssel, die schon hier sind, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>Erproben</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Choose a backup…</source>
        <translation>Sicherung wählen …</translation>
    </message>
    <message>
        <source>Nothing chosen yet.</source>
        <translation>Noch nichts gewählt.</translation>
    </message>
    <message>
        <source>Passphrase of the backup</source>
        <translation>Passphrase der Sicherung</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the backup</source>
        <translation>&amp;Passphrase der Sicherung</translation>
    </message>
    <message>
        <source>Where the keys are kept</source>
        <translation>Wo die Schlüssel liegen sollen</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Sicherung wählen</translation>
    </message>
    <message>
        <source>Key backups (*.json)</source>
        <translation>Schlüsselsicherungen (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Opening the backup…</source>
        <translation>Die Sicherung wird geöffnet …</translation>
    </message>
    <message>
        <source>“%1” comes back: the same key, and it works.</source>
        <translation>„%1“ kommt zurück: derselbe Schlüssel, und er funktioniert.</translation>
    </message>
    <message>
        <source>“%1” is whole and works, but is not on this desk.</source>
        <translation>„%1“ ist heil und funktioniert, ist aber nicht hier.</translation>
    </message>
    <message>
        <source>“%1” does not work: make a new backup of it.</source>
        <translation>„%1“ funktioniert nicht: Machen Sie eine neue Sicherung davon.</translation>
    </message>
    <message>
        <source>“%1” is on this desk and not in this backup.</source>
        <translation>„%1“ ist hier und nicht in dieser Sicherung.</translation>
    </message>
    <message>
        <source>This backup brings back all that is in it.</source>
        <translation>Diese Sicherung bringt alles zurück, was darin ist.</translation>
    </message>
    <message>
        <source>This backup is not good enough.</source>
        <translation>Diese Sicherung taugt nicht.</translation>
    </message>
    <message>
        <source>“%1” is on this desk now.</source>
        <translation>„%1“ ist jetzt hier.</translation>
    </message>
    <message>
        <source>“%1” was here already.</source>
        <translation>„%1“ war schon hier.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) restored.</source>
        <translation>
            <numerusform>%Ln Schlüssel zurückgeholt.</numerusform>
            <numerusform>%Ln Schlüssel zurückgeholt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ChainCard</name>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show the whole chain</source>
        <translation>Ganze Kette zeigen</translation>
    </message>
    <message>
        <source>1 cell = 1 chunk</source>
        <translation>1 Zelle = 1 Abschnitt</translation>
    </message>
    <message numerus="yes">
        <source>1 cell = %1 chunks</source>
        <translation>
            <numerusform>1 Zelle = %1 Abschnitt</numerusform>
            <numerusform>1 Zelle = %1 Abschnitte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ChainLegend</name>
    <message>
        <source>Chunks by state</source>
        <translation>Abschnitte nach Zustand</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ChainMap</name>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Chunk %1: %2</source>
        <translation>Abschnitt %1: %2</translation>
    </message>
    <message>
        <source>Chunks %1–%2: %3</source>
        <translation>Abschnitte %1–%2: %3</translation>
    </message>
    <message>
        <source>Chunks: %1.</source>
        <translation>Abschnitte: %1.</translation>
    </message>
    <message>
        <source>Chosen: %1.</source>
        <translation>Ausgewählt: %1.</translation>
    </message>
    <message>
        <source>N goes to the next problem, plus and minus zoom.</source>
        <translation>N geht zum nächsten Problem, Plus und Minus ändern die Größe.</translation>
    </message>
    <message>
        <source>No chunks.</source>
        <translation>Keine Abschnitte.</translation>
    </message>
    <message>
        <source>Click to show, double-click to look closer</source>
        <translation>Klicken zeigt den Abschnitt, Doppelklicken vergrößert</translation>
    </message>
    <message>
        <source>Click to show</source>
        <translation>Klicken zeigt den Abschnitt</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ChunkContent</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Open with a key file…</source>
        <translation>Mit Schlüsseldatei öffnen …</translation>
    </message>
    <message>
        <source>Show the content</source>
        <translation>Inhalt anzeigen</translation>
    </message>
    <message>
        <source>There is nothing to read here</source>
        <translation>Hier gibt es nichts zu lesen</translation>
    </message>
    <message>
        <source>The encrypted data of this chunk is missing.</source>
        <translation>Die verschlüsselten Daten dieses Abschnitts fehlen.</translation>
    </message>
    <message>
        <source>The envelope of this chunk is missing.</source>
        <translation>Der Umschlag dieses Abschnitts fehlt.</translation>
    </message>
    <message>
        <source>What was shown here is gone, because the desk was locked.</source>
        <translation>Was hier zu sehen war, ist weg, weil gesperrt wurde.</translation>
    </message>
    <message>
        <source>No key on this desk opens this chunk</source>
        <translation>Kein Schlüssel hier öffnet diesen Abschnitt</translation>
    </message>
    <message>
        <source>Nobody is named whose key would open it.</source>
        <translation>Es ist niemand genannt, dessen Schlüssel ihn öffnen würde.</translation>
    </message>
    <message>
        <source>Its key is wrapped for those below. A buyer&apos;s key opens it together with the access files from the seller; they have to lie in the package&apos;s folder, or in a folder “access” beside it.</source>
        <translation>Er ist für die unten Genannten verschlossen. Der Schlüssel eines Käufers öffnet ihn zusammen mit den Zugriffsdateien des Verkäufers; sie müssen im Ordner des Pakets liegen oder in einem Ordner „access“ daneben.</translation>
    </message>
    <message>
        <source>Looking for what your keys open</source>
        <translation>Es wird gesucht, was Ihre Schlüssel öffnen</translation>
    </message>
    <message>
        <source>Reading chunk %1</source>
        <translation>Abschnitt %1 wird gelesen</translation>
    </message>
    <message>
        <source>Opened with %1. It is held in memory only.</source>
        <translation>Geöffnet mit %1. Liegt nur im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>It was not read.</source>
        <translation>Es wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Choose the file with your private key</source>
        <translation>Datei mit Ihrem privaten Schlüssel wählen</translation>
    </message>
    <message>
        <source>Key files (*.key *.txt *.hex)</source>
        <translation>Schlüsseldateien (*.key *.txt *.hex)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>About the content</source>
        <translation>Über den Inhalt</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ChunkDetail</name>
    <message>
        <source>Details of the chosen chunk</source>
        <translation>Einzelheiten des ausgewählten Abschnitts</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>JSON-Text</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the whole JSON text</source>
        <translation>Den ganzen JSON-Text kopieren</translation>
    </message>
    <message>
        <source>The envelope as it stands in its file</source>
        <translation>Der Umschlag, wie er in der Datei steht</translation>
    </message>
    <message>
        <source>Choose a chunk in the map or in the table to see what is in it.</source>
        <translation>Wählen Sie in der Karte oder in der Tabelle einen Abschnitt, um zu sehen, was darin steht.</translation>
    </message>
    <message>
        <source>Reading chunk %1</source>
        <translation>Abschnitt %1 wird gelesen</translation>
    </message>
    <message>
        <source>Chunk %1</source>
        <translation>Abschnitt %1</translation>
    </message>
    <message>
        <source>Chunks %1</source>
        <translation>Abschnitte %1</translation>
    </message>
    <message>
        <source>The envelope names nobody who could read this chunk.</source>
        <translation>Der Umschlag nennt niemanden, der diesen Abschnitt lesen könnte.</translation>
    </message>
    <message>
        <source>The envelope is not here or cannot be read, so it is not known who can read this chunk.</source>
        <translation>Der Umschlag ist nicht hier oder nicht lesbar; daher ist nicht bekannt, wer diesen Abschnitt lesen kann.</translation>
    </message>
    <message>
        <source>The envelope is not here.</source>
        <translation>Der Umschlag ist nicht hier.</translation>
    </message>
    <message>
        <source>The first %1 characters of %2. Copy takes all of it.</source>
        <translation>Die ersten %1 Zeichen von %2. „Kopieren“ nimmt alles.</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ChunkFilter</name>
    <message>
        <source>%1, ascending</source>
        <translation>%1, aufsteigend</translation>
    </message>
    <message>
        <source>%1, descending</source>
        <translation>%1, absteigend</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ChunkLinks</name>
    <message>
        <source>not here</source>
        <translation>nicht hier</translation>
    </message>
    <message>
        <source>This is the first chunk.</source>
        <translation>Dies ist der erste Abschnitt.</translation>
    </message>
    <message>
        <source>Follows chunk %1.</source>
        <translation>Folgt auf Abschnitt %1.</translation>
    </message>
    <message>
        <source>The first chunk points back to another one.</source>
        <translation>Der erste Abschnitt verweist auf einen anderen zurück.</translation>
    </message>
    <message>
        <source>Does not follow chunk %1: its link names another chunk.</source>
        <translation>Folgt nicht auf Abschnitt %1: Die Verknüpfung nennt einen anderen.</translation>
    </message>
    <message>
        <source>Whether it follows the chunk before cannot be told.</source>
        <translation>Ob er auf den Abschnitt davor folgt, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>It is the last one.</source>
        <translation>Es ist der letzte.</translation>
    </message>
    <message>
        <source>Chunk %1 follows it.</source>
        <translation>Abschnitt %1 folgt darauf.</translation>
    </message>
    <message>
        <source>Chunk %1 does not follow it.</source>
        <translation>Abschnitt %1 folgt nicht darauf.</translation>
    </message>
    <message>
        <source>Whether the next chunk follows it cannot be told.</source>
        <translation>Ob der nächste Abschnitt darauf folgt, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>Previous chunk</source>
        <translation>Vorheriger Abschnitt</translation>
    </message>
    <message>
        <source>Next chunk</source>
        <translation>Nächster Abschnitt</translation>
    </message>
    <message>
        <source>It is not here, so nobody can tell how it hangs together with the others.</source>
        <translation>Er ist nicht hier; daher kann niemand sagen, wie er mit den anderen zusammenhängt.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ChunkModel</name>
    <message>
        <source>no envelope and no ciphertext file</source>
        <translation>weder Umschlag noch verschlüsselte Daten</translation>
    </message>
    <message>
        <source>not signed as the first chunk is</source>
        <translation>nicht so signiert wie der erste Abschnitt</translation>
    </message>
    <message>
        <source>no ciphertext file</source>
        <translation>keine verschlüsselten Daten</translation>
    </message>
    <message>
        <source>%1 bytes of ciphertext</source>
        <translation>%1 Byte verschlüsselte Daten</translation>
    </message>
    <message>
        <source>chunk %1</source>
        <translation>Abschnitt %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ChunkTable</name>
    <message>
        <source>Filter by number, id or text</source>
        <translation>Nach Nummer, ID oder Text filtern</translation>
    </message>
    <message>
        <source>Filter chunks</source>
        <translation>Abschnitte filtern</translation>
    </message>
    <message>
        <source>A number such as 1097, a range such as 1097-1103, or part of an id, a file name, a state or a finding</source>
        <translation>Eine Nummer wie 1097, ein Bereich wie 1097-1103 oder ein Teil einer ID, eines Dateinamens, eines Zustands oder eines Befunds</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Chooses the states of the chunks that are listed</source>
        <translation>Wählt die Zustände der aufgeführten Abschnitte</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Probleme (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n state(s)</source>
        <translation>
            <numerusform>%n Zustand</numerusform>
            <numerusform>%n Zustände</numerusform>
        </translation>
    </message>
    <message>
        <source>States: %1</source>
        <translation>Zustände: %1</translation>
    </message>
    <message>
        <source>There are no chunks in this package.</source>
        <translation>In diesem Paket sind keine Abschnitte.</translation>
    </message>
    <message>
        <source>No chunk is in the chosen state.</source>
        <translation>Kein Abschnitt ist im gewählten Zustand.</translation>
    </message>
    <message>
        <source>No chunk fits “%1”.
Try a number, a range such as 3-7, or part of an id.</source>
        <translation>Kein Abschnitt passt zu „%1“.
Versuchen Sie eine Nummer, einen Bereich wie 3-7 oder einen Teil einer ID.</translation>
    </message>
    <message>
        <source>No chunk in the chosen states fits “%1”.</source>
        <translation>Kein Abschnitt in den gewählten Zuständen passt zu „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>%n Zeile kopieren</numerusform>
            <numerusform>%n Zeilen kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n id(s)</source>
        <translation>
            <numerusform>%n ID kopieren</numerusform>
            <numerusform>%n IDs kopieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::CodeDialog</name>
    <message>
        <source>QR code of %1</source>
        <translation>QR-Code von %1</translation>
    </message>
    <message>
        <source>Package code</source>
        <translation>Paketcode</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It stands for the signer, the chunks and their order. If you are the seller, tell it to the buyer by another way than the package takes: by telephone, on paper, in a signed mail. It is no secret. If you are the buyer, it says nothing to you: ask the seller for theirs and compare.</source>
        <translation>Er steht für den Unterzeichner, die Abschnitte und ihre Reihenfolge. Wenn Sie der Verkäufer sind, sagen Sie ihn dem Käufer auf einem anderen Weg, als das Paket nimmt: am Telefon, auf Papier, in einer signierten E-Mail. Er ist nicht geheim. Wenn Sie der Käufer sind, sagt er Ihnen nichts: Fragen Sie den Verkäufer nach seinem und vergleichen Sie.</translation>
    </message>
    <message>
        <source>It is the whole public key. Whoever compares it knows who signed; whether a package is whole and in order, only a package code tells. It is no secret.</source>
        <translation>Er ist der ganze öffentliche Schlüssel. Wer ihn vergleicht, weiß, wer signiert hat; ob ein Paket vollständig und in der richtigen Reihenfolge ist, sagt nur ein Paketcode. Er ist nicht geheim.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save QR code…</source>
        <translation>QR-Code speichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save QR code</source>
        <translation>QR-Code speichern</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>The picture could not be saved.</source>
        <translation>Das Bild konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Give it to whoever is to know your key. It is no secret, and nobody can read or sign anything with it.</source>
        <translation>Geben Sie ihn allen, die Ihren Schlüssel kennen sollen. Er ist kein Geheimnis, und niemand kann mit ihm etwas lesen oder signieren.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::CompareDialog</name>
    <message>
        <source>The seller &amp;told me:</source>
        <translation>Der &amp;Verkäufer hat mir gesagt:</translation>
    </message>
    <message>
        <source>Compare with the seller</source>
        <translation>Mit dem Verkäufer vergleichen</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>You trust</source>
        <translation>Sie vertrauen</translation>
    </message>
    <message>
        <source>Such as “Rover 7”; for yourself</source>
        <translation>Etwa „Rover 7“; für Sie selbst</translation>
    </message>
    <message>
        <source>Your name for the machine</source>
        <translation>Ihr Name für die Maschine</translation>
    </message>
    <message>
        <source>Your name for it</source>
        <translation>Ihr Name dafür</translation>
    </message>
    <message>
        <source>What does a signature prove?</source>
        <translation>Was beweist eine Signatur?</translation>
    </message>
    <message>
        <source>Trust without comparing…</source>
        <translation>Ohne Vergleich vertrauen …</translation>
    </message>
    <message>
        <source>Refuse this key…</source>
        <translation>Diesen Schlüssel ablehnen …</translation>
    </message>
    <message>
        <source>Trust this machine</source>
        <translation>Dieser Maschine vertrauen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>diese Maschine</translation>
    </message>
    <message>
        <source>Is this key really the machine’s?</source>
        <translation>Gehört dieser Schlüssel wirklich der Maschine?</translation>
    </message>
    <message>
        <source>Anybody can make a key and put any machine’s name beside it. Ask the seller for the package code or the fingerprint, by another way than the package took: by telephone, from their own page. Once you trust the key, its next packages are green at once, and packages of this machine by another key are red. You can take it back under Trusted machines.</source>
        <translation>Jeder kann einen Schlüssel erzeugen und den Namen irgendeiner Maschine daneben setzen. Fragen Sie den Verkäufer nach dem Paketcode oder dem Fingerabdruck, auf einem anderen Weg, als das Paket kam: am Telefon, von seiner eigenen Seite. Sobald Sie dem Schlüssel vertrauen, sind seine nächsten Pakete gleich grün, und Pakete dieser Maschine mit einem anderen Schlüssel sind rot. Unter „Vertraute Maschinen“ können Sie es zurücknehmen.</translation>
    </message>
    <message>
        <source>Is this all of it, and in order?</source>
        <translation>Ist das alles, und in der richtigen Reihenfolge?</translation>
    </message>
    <message>
        <source>You trust the key. Which chunks there are, and in which order, is covered by no signature: only the seller’s package code tells. When it fits, how far the chain goes is remembered, and a later copy that lacks something is red.</source>
        <translation>Sie vertrauen dem Schlüssel. Welche Abschnitte es gibt und in welcher Reihenfolge, deckt keine Signatur: Das sagt nur der Paketcode des Verkäufers. Wenn er passt, wird gemerkt, wie weit die Kette geht, und eine spätere Kopie, der etwas fehlt, ist rot.</translation>
    </message>
    <message>
        <source>Has the machine got a new key?</source>
        <translation>Hat die Maschine einen neuen Schlüssel?</translation>
    </message>
    <message>
        <source>You trust another key for this machine. Machines get new keys now and then, and forgers have other keys, too. Only the seller can tell which it is; this is asked once for each key. When you trust it, both keys are the machine’s from then on. When you refuse it, all that it signed stays red.</source>
        <translation>Sie vertrauen für diese Maschine einem anderen Schlüssel. Maschinen bekommen ab und zu neue Schlüssel, und auch Fälscher haben andere Schlüssel. Nur der Verkäufer kann sagen, was zutrifft; gefragt wird für jeden Schlüssel einmal. Wenn Sie ihm vertrauen, gehören von da an beide Schlüssel der Maschine. Wenn Sie ihn ablehnen, bleibt alles rot, was er signiert hat.</translation>
    </message>
    <message>
        <source>This key was revoked</source>
        <translation>Dieser Schlüssel wurde widerrufen</translation>
    </message>
    <message>
        <source>You or somebody whose list you imported has revoked this key for this machine. To trust it again all the same, remove it under Trusted machines first.</source>
        <translation>Sie oder jemand, dessen Liste Sie importiert haben, hat diesen Schlüssel für diese Maschine widerrufen. Um ihm trotzdem wieder zu vertrauen, entfernen Sie ihn zuerst unter „Vertraute Maschinen“.</translation>
    </message>
    <message>
        <source>Only an intact package can be compared</source>
        <translation>Nur ein unversehrtes Paket lässt sich vergleichen</translation>
    </message>
    <message>
        <source>Something in this package is not as it was signed, is missing, or has several signers. Its findings say what to ask the seller for.</source>
        <translation>In diesem Paket ist etwas nicht so, wie es signiert wurde, es fehlt etwas, oder es hat mehrere Unterzeichner. Die Befunde sagen, worum Sie den Verkäufer bitten können.</translation>
    </message>
    <message>
        <source>The package is being verified…</source>
        <translation>Das Paket wird geprüft …</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Noch nicht verglichen</translation>
    </message>
    <message>
        <source>What the seller told you is compared as soon as it is whole.</source>
        <translation>Was der Verkäufer Ihnen gesagt hat, wird verglichen, sobald es vollständig ist.</translation>
    </message>
    <message>
        <source>The key fits</source>
        <translation>Der Schlüssel passt</translation>
    </message>
    <message>
        <source>The package is signed by the key that the seller named. Whether all of it is here and in order, only a package code tells.</source>
        <translation>Das Paket ist mit dem Schlüssel signiert, den der Verkäufer genannt hat. Ob alles da ist und in der richtigen Reihenfolge, sagt nur ein Paketcode.</translation>
    </message>
    <message>
        <source>Trust this key, too</source>
        <translation>Auch diesem Schlüssel vertrauen</translation>
    </message>
    <message>
        <source>Another key: this is how a forgery looks</source>
        <translation>Ein anderer Schlüssel: So sieht eine Fälschung aus</translation>
    </message>
    <message>
        <source>Trust the seller’s key</source>
        <translation>Dem Schlüssel des Verkäufers vertrauen</translation>
    </message>
    <message>
        <source>The code fits</source>
        <translation>Der Code passt</translation>
    </message>
    <message>
        <source>This is the package that the seller means: the signer, all of its chunks, and their order.</source>
        <translation>Das ist das Paket, das der Verkäufer meint: der Unterzeichner, alle Abschnitte und ihre Reihenfolge.</translation>
    </message>
    <message>
        <source>The machine is trusted</source>
        <translation>Der Maschine wird vertraut</translation>
    </message>
    <message>
        <source>Its next packages by this key are green at once, and how far this chain goes is remembered.</source>
        <translation>Ihre nächsten Pakete mit diesem Schlüssel sind gleich grün, und wie weit diese Kette geht, ist gemerkt.</translation>
    </message>
    <message>
        <source>The seller’s key is trusted</source>
        <translation>Dem Schlüssel des Verkäufers wird vertraut</translation>
    </message>
    <message>
        <source>Its next packages by this key are green at once.</source>
        <translation>Ihre nächsten Pakete mit diesem Schlüssel sind gleich grün.</translation>
    </message>
    <message>
        <source>What this other key has signed is red from now on, this package too.</source>
        <translation>Was dieser andere Schlüssel signiert hat, ist von jetzt an rot, auch dieses Paket.</translation>
    </message>
    <message>
        <source>Trust without comparing?</source>
        <translation>Ohne Vergleich vertrauen?</translation>
    </message>
    <message>
        <source>You would believe whoever made this package.</source>
        <translation>Sie würden dem glauben, der dieses Paket gemacht hat.</translation>
    </message>
    <message>
        <source>If it is forged, the forger’s next packages are green here, and the real machine’s are red. It is better than nothing where nobody can be asked: you will see when the key changes later.</source>
        <translation>Wenn es gefälscht ist, sind die nächsten Pakete des Fälschers hier grün und die der echten Maschine rot. Wo niemand gefragt werden kann, ist es besser als nichts: Sie sehen, wenn der Schlüssel später wechselt.</translation>
    </message>
    <message>
        <source>Trust all the same</source>
        <translation>Trotzdem vertrauen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The machine is trusted, though nothing was compared</source>
        <translation>Der Maschine wird vertraut, obwohl nichts verglichen wurde</translation>
    </message>
    <message>
        <source>Under Trusted machines you see on what grounds you trust a key, and can compare it later.</source>
        <translation>Unter „Vertraute Maschinen“ sehen Sie, warum Sie einem Schlüssel vertrauen, und können ihn später vergleichen.</translation>
    </message>
    <message>
        <source>Refuse this key?</source>
        <translation>Diesen Schlüssel ablehnen?</translation>
    </message>
    <message>
        <source>All that this key has signed for %1 stays red.</source>
        <translation>Alles, was dieser Schlüssel für %1 signiert hat, bleibt rot.</translation>
    </message>
    <message>
        <source>You are not asked about it again. It is listed as revoked under Trusted machines, where it can be removed.</source>
        <translation>Sie werden nicht noch einmal danach gefragt. Er steht als widerrufen unter „Vertraute Maschinen“ und kann dort entfernt werden.</translation>
    </message>
    <message>
        <source>Refuse it</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>not the machine’s, by what was known then</source>
        <translation>gehört nach damaligem Wissen nicht der Maschine</translation>
    </message>
    <message>
        <source>The key is refused</source>
        <translation>Der Schlüssel ist abgelehnt</translation>
    </message>
    <message>
        <source>All that it signed for this machine stays red.</source>
        <translation>Alles, was er für diese Maschine signiert hat, bleibt rot.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The seller named another key than the one that signed this package. Do not use the data before you have talked to them. Trust the key they named, and this package stays red.</source>
        <translation>Der Verkäufer hat einen anderen Schlüssel genannt als den, der dieses Paket signiert hat. Benutzen Sie die Daten nicht, bevor Sie mit ihm gesprochen haben. Vertrauen Sie seinem Schlüssel, bleibt dieses Paket rot.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ContentView</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Look at it as text</source>
        <translation>Als Text ansehen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Look at it as a table</source>
        <translation>Als Tabelle ansehen</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Look at it as a JSON tree</source>
        <translation>Als JSON-Baum ansehen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Look at it as an image</source>
        <translation>Als Bild ansehen</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Look at it byte by byte</source>
        <translation>Byte für Byte ansehen</translation>
    </message>
    <message>
        <source>The content as text</source>
        <translation>Der Inhalt als Text</translation>
    </message>
    <message>
        <source>The content as a table</source>
        <translation>Der Inhalt als Tabelle</translation>
    </message>
    <message>
        <source>The content as a JSON tree</source>
        <translation>Der Inhalt als JSON-Baum</translation>
    </message>
    <message>
        <source>The content as an image</source>
        <translation>Der Inhalt als Bild</translation>
    </message>
    <message>
        <source>The content byte by byte</source>
        <translation>Der Inhalt Byte für Byte</translation>
    </message>
    <message>
        <source>This image is too large to be shown: %1 by %2 pixels.</source>
        <translation>Dieses Bild ist zu groß, um es zu zeigen: %1 mal %2 Pixel.</translation>
    </message>
    <message>
        <source>This image cannot be shown. It may go on behind what was read, or be damaged.</source>
        <translation>Dieses Bild lässt sich nicht zeigen. Vielleicht geht es hinter dem Gelesenen weiter, oder es ist beschädigt.</translation>
    </message>
    <message>
        <source>Chunk %1, %2.</source>
        <translation>Abschnitt %1, %2.</translation>
    </message>
    <message>
        <source>Chunks %1 to %2, %3.</source>
        <translation>Abschnitte %1 bis %2, %3.</translation>
    </message>
    <message>
        <source>Begins within a line.</source>
        <translation>Beginnt mitten in einer Zeile.</translation>
    </message>
    <message>
        <source>May begin within a line: the chunk before does not open here.</source>
        <translation>Beginnt vielleicht mitten in einer Zeile: Der Abschnitt davor lässt sich hier nicht öffnen.</translation>
    </message>
    <message>
        <source>The chunk goes on behind that.</source>
        <translation>Der Abschnitt geht dahinter weiter.</translation>
    </message>
    <message>
        <source>More follows.</source>
        <translation>Es folgt mehr.</translation>
    </message>
    <message>
        <source>Chunk %1 does not open with this key.</source>
        <translation>Abschnitt %1 lässt sich mit diesem Schlüssel nicht öffnen.</translation>
    </message>
    <message>
        <source>Chunk %1 is not here.</source>
        <translation>Abschnitt %1 ist nicht da.</translation>
    </message>
    <message>
        <source>Only the first %1 characters are shown.</source>
        <translation>Gezeigt werden nur die ersten %1 Zeichen.</translation>
    </message>
    <message>
        <source>Lines are cut after %1 characters.</source>
        <translation>Zeilen enden nach %1 Zeichen.</translation>
    </message>
    <message>
        <source>Read as Latin-1, for it is no UTF-8.</source>
        <translation>Als Latin-1 gelesen, denn es ist kein UTF-8.</translation>
    </message>
    <message>
        <source>The first line lacks its beginning and is left out.</source>
        <translation>Der ersten Zeile fehlt der Anfang; sie ist weggelassen.</translation>
    </message>
    <message>
        <source>Only the first %1 rows are shown.</source>
        <translation>Gezeigt werden nur die ersten %1 Zeilen.</translation>
    </message>
    <message>
        <source>Only the first %1 columns are shown.</source>
        <translation>Gezeigt werden nur die ersten %1 Spalten.</translation>
    </message>
    <message>
        <source>One line of JSON after the other; lines that are cut are left out.</source>
        <translation>Eine Zeile JSON nach der anderen; abgeschnittene sind weggelassen.</translation>
    </message>
    <message>
        <source>Shown smaller than it is: %1 by %2 pixels.</source>
        <translation>Kleiner gezeigt, als es ist: %1 mal %2 Pixel.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::DecryptDialog</name>
    <message>
        <source>Decrypt to File</source>
        <translation>In Datei entschlüsseln</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key &amp;file…</source>
        <translation>Schlüssel&amp;datei …</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>&amp;Show in file manager</source>
        <translation>Im Datei&amp;manager zeigen</translation>
    </message>
    <message>
        <source>&amp;Decrypt</source>
        <translation>&amp;Entschlüsseln</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Replace %Ln file(s) already there</source>
        <translation>
            <numerusform>%Ln vorhandene Datei e&amp;rsetzen</numerusform>
            <numerusform>%Ln vorhandene Dateien e&amp;rsetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln chunk(s), %2</source>
        <translation>
            <numerusform>%1: %Ln Abschnitt, %2</numerusform>
            <numerusform>%1: %Ln Abschnitte, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for what your keys open…</source>
        <translation>Es wird gesucht, was Ihre Schlüssel öffnen …</translation>
    </message>
    <message numerus="yes">
        <source>You can read %1 of %Ln chunk(s), %2.</source>
        <translation>
            <numerusform>Sie können %1 von %Ln Abschnitt lesen, %2.</numerusform>
            <numerusform>Sie können %1 von %Ln Abschnitten lesen, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Decrypt the data into a file</source>
        <translation>Die Daten in eine Datei entschlüsseln</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Angehalten. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Trying everything that could fail…</source>
        <translation>Alles, was scheitern könnte, wird ausprobiert …</translation>
    </message>
    <message>
        <source>Checking and decrypting. Nothing gets its name before all of it was found right.</source>
        <translation>Wird geprüft und entschlüsselt. Nichts bekommt seinen Namen, bevor alles für richtig befunden ist.</translation>
    </message>
    <message>
        <source>Everything that is needed is here.</source>
        <translation>Alles, was gebraucht wird, ist da.</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>If you have settled this with the seller, the command line can decrypt it all the same: see consume --accept-verdict.</source>
        <translation>Wenn Sie das mit dem Verkäufer geklärt haben, kann die Befehlszeile trotzdem entschlüsseln: siehe consume --accept-verdict.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>%1: chunks %2, %3</source>
        <translation>%1: Abschnitte %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>Und %Ln weitere.</numerusform>
            <numerusform>Und %Ln weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the file with your private key</source>
        <translation>Datei mit Ihrem privaten Schlüssel wählen</translation>
    </message>
    <message>
        <source>Decrypt to</source>
        <translation>Entschlüsseln nach</translation>
    </message>
    <message>
        <source>No key on this desk opens anything in this package.</source>
        <translation>Kein Schlüssel hier öffnet etwas in diesem Paket.</translation>
    </message>
    <message>
        <source>Open the file with your private key. A buyer&apos;s key needs the access files from the seller, in the package&apos;s folder or in a folder “access” beside it.</source>
        <translation>Öffnen Sie die Datei mit Ihrem privaten Schlüssel. Der Schlüssel eines Käufers braucht die Zugriffsdateien des Verkäufers, im Ordner des Pakets oder in einem Ordner „access“ daneben.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::DecryptSession</name>
    <message>
        <source>Looking for what your keys open</source>
        <translation>Es wird gesucht, was Ihre Schlüssel öffnen</translation>
    </message>
    <message>
        <source>Trying what can fail</source>
        <translation>Was scheitern kann, wird ausprobiert</translation>
    </message>
    <message>
        <source>Decrypting %1</source>
        <translation>%1 wird entschlüsselt</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::DeleteKeyDialog</name>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>The private key is removed from its home. Nobody can make it again.</source>
        <translation>Der private Schlüssel wird dort gelöscht, wo er liegt. Niemand kann ihn noch einmal machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiteres</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln package(s) of your library can then not be read any more:</source>
        <translation>
            <numerusform>%Ln Paket Ihrer Bibliothek kann dann nicht mehr gelesen werden:</numerusform>
            <numerusform>%Ln Pakete Ihrer Bibliothek können dann nicht mehr gelesen werden:</numerusform>
        </translation>
    </message>
    <message>
        <source>No backup of it was ever proven here. Make one and prove it first.</source>
        <translation>Noch nie wurde hier eine Sicherung davon erprobt. Machen Sie eine und erproben Sie sie zuerst.</translation>
    </message>
    <message>
        <source>A backup of it: %1. Keep that file.</source>
        <translation>Eine Sicherung davon: %1. Heben Sie diese Datei auf.</translation>
    </message>
    <message>
        <source>The name of the key</source>
        <translation>Der Name des Schlüssels</translation>
    </message>
    <message>
        <source>To delete it, &amp;type its name: %1</source>
        <translation>Zum Löschen den &amp;Namen eintippen: %1</translation>
    </message>
    <message>
        <source>Deleting a key</source>
        <translation>Schlüssel löschen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::DeskKeyRing</name>
    <message>
        <source>Asking for a key</source>
        <translation>Nach einem Schlüssel fragen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::DropCatcher</name>
    <message>
        <source>Looking at what is dragged here</source>
        <translation>Was hierher gezogen wird, wird angesehen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::DropOverlay</name>
    <message>
        <source>Looking at one thing…</source>
        <translation>Ein Element wird angesehen…</translation>
    </message>
    <message numerus="yes">
        <source>Looking at %n things…</source>
        <translation>
            <numerusform>%n Element wird angesehen…</numerusform>
            <numerusform>%n Elemente werden angesehen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop anywhere in this window</source>
        <translation>Irgendwo in diesem Fenster ablegen</translation>
    </message>
    <message>
        <source>Nothing here can be used</source>
        <translation>Nichts hiervon ist verwendbar</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ExportKeyDialog</name>
    <message>
        <source>Export “%1”</source>
        <translation>„%1“ exportieren</translation>
    </message>
    <message>
        <source>The private key is written as plain hex digits. Whoever gets at the file can do all that you can do with this key, also later, and you will not notice. For keeping it, make an encrypted backup instead. Export it only for a program that cannot do without such a file, and delete the file afterwards.</source>
        <translation>Der private Schlüssel wird unverschlüsselt in Hex-Ziffern geschrieben. Wer an die Datei kommt, kann alles, was Sie mit diesem Schlüssel können, auch später, und Sie merken es nicht. Zum Aufheben machen Sie lieber eine verschlüsselte Sicherung. Exportieren Sie ihn nur für ein Programm, das nicht ohne eine solche Datei auskommt, und löschen Sie sie danach.</translation>
    </message>
    <message>
        <source>Save to a file…</source>
        <translation>In eine Datei speichern …</translation>
    </message>
    <message>
        <source>I want the private key in the clear</source>
        <translation>Ich will den privaten Schlüssel unverschlüsselt</translation>
    </message>
    <message numerus="yes">
        <source>Copy, for %Ln second(s)</source>
        <translation>
            <numerusform>Kopieren, für %Ln Sekunde</numerusform>
            <numerusform>Kopieren, für %Ln Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Save private key</source>
        <translation>Privaten Schlüssel speichern</translation>
    </message>
    <message>
        <source>Key files (*.key *.hex *.txt)</source>
        <translation>Schlüsseldateien (*.key *.hex *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Exporting a key</source>
        <translation>Schlüssel exportieren</translation>
    </message>
    <message>
        <source>Copying a key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::FactList</name>
    <message>
        <source>Copy the whole value</source>
        <translation>Den ganzen Wert kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::FactRow</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::FieldModel</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::FileKeyRing</name>
    <message>
        <source>Reading a key</source>
        <translation>Ein Schlüssel wird gelesen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::FormDialog</name>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::HomeChoice</name>
    <message>
        <source>Opens with your session. Your system guards it.</source>
        <translation>Öffnet sich mit Ihrer Sitzung. Ihr System bewacht ihn.</translation>
    </message>
    <message>
        <source>Opens with a passphrase of its own. For computers without a keychain.</source>
        <translation>Öffnet sich mit einer eigenen Passphrase. Für Computer ohne Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ImportKeyDialog</name>
    <message>
        <source>Import a key</source>
        <translation>Einen Schlüssel importieren</translation>
    </message>
    <message>
        <source>From a file with 64 hex digits, from a robot&apos;s key file (JSON), from an encrypted backup, or pasted. It is copied into its new home; the file stays until you delete it.</source>
        <translation>Aus einer Datei mit 64 Hex-Ziffern, aus der Schlüsseldatei eines Roboters (JSON), aus einer verschlüsselten Sicherung oder eingefügt. Er wird an seinen neuen Ort kopiert; die Datei bleibt, bis Sie sie löschen.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Private key in hex digits</source>
        <translation>Privater Schlüssel in Hex-Ziffern</translation>
    </message>
    <message>
        <source>or paste 64 hex digits here</source>
        <translation>oder hier 64 Hex-Ziffern einfügen</translation>
    </message>
    <message>
        <source>What it is &amp;for</source>
        <translation>Wo&amp;zu er da ist</translation>
    </message>
    <message>
        <source>Your &amp;name for it</source>
        <translation>Ihr &amp;Name dafür</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Wo er liegen soll</translation>
    </message>
    <message>
        <source>Nothing chosen yet. A file can also be dropped here.</source>
        <translation>Noch nichts gewählt. Eine Datei kann auch hierher gezogen werden.</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>Schlüsseldatei wählen</translation>
    </message>
    <message>
        <source>Reading a key file</source>
        <translation>Schlüsseldatei lesen</translation>
    </message>
    <message>
        <source>What was pasted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>This is no whole key yet: a key has 64 digits, 0–9 and a–f.</source>
        <translation>Das ist noch kein ganzer Schlüssel: Ein Schlüssel hat 64 Ziffern, 0–9 und a–f.</translation>
    </message>
    <message>
        <source>%1: a robot&apos;s key, %2.</source>
        <translation>%1: der Schlüssel eines Roboters, %2.</translation>
    </message>
    <message>
        <source>%1: a private key. What it is for, only you know.</source>
        <translation>%1: ein privater Schlüssel. Wozu er da ist, wissen nur Sie.</translation>
    </message>
    <message>
        <source>Importing a key</source>
        <translation>Schlüssel importieren</translation>
    </message>
    <message>
        <source>“%1” is on this desk now.</source>
        <translation>„%1“ ist jetzt hier.</translation>
    </message>
    <message>
        <source>The file %1 still holds the key, readable for everybody who gets at it. Make a backup of the key and prove it first; then the file can go. Deleting it does not reach copies elsewhere.</source>
        <translation>Die Datei %1 enthält den Schlüssel weiterhin, lesbar für alle, die an sie kommen. Sichern Sie den Schlüssel zuerst und erproben Sie die Sicherung; dann kann die Datei weg. Das Löschen erreicht keine Kopien anderswo.</translation>
    </message>
    <message>
        <source>Delete the file now</source>
        <translation>Datei jetzt löschen</translation>
    </message>
    <message>
        <source>The file is deleted.</source>
        <translation>Die Datei ist gelöscht.</translation>
    </message>
    <message>
        <source>The file cannot be deleted: its folder may not be changed.</source>
        <translation>Die Datei kann nicht gelöscht werden: Ihr Ordner darf nicht verändert werden.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::KeyCard</name>
    <message>
        <source>Fingerprint: %1</source>
        <translation>Fingerabdruck: %1</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Vertraut</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy fingerprint %1</source>
        <translation>Fingerabdruck %1 kopieren</translation>
    </message>
    <message>
        <source>QR code…</source>
        <translation>QR-Code …</translation>
    </message>
    <message>
        <source>QR code of key %1</source>
        <translation>QR-Code des Schlüssels %1</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz …</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen …</translation>
    </message>
    <message>
        <source>Revoke key %1</source>
        <translation>Schlüssel %1 widerrufen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>noted on %1</source>
        <translation>notiert am %1</translation>
    </message>
    <message>
        <source>More for key %1</source>
        <translation>Mehr zum Schlüssel %1</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::KeyView</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Prove a backup…</source>
        <translation>Sicherung erproben …</translation>
    </message>
    <message>
        <source>More for this key</source>
        <translation>Mehr zu diesem Schlüssel</translation>
    </message>
    <message>
        <source>Export private key…</source>
        <translation>Privaten Schlüssel exportieren …</translation>
    </message>
    <message>
        <source>Delete key…</source>
        <translation>Schlüssel löschen …</translation>
    </message>
    <message>
        <source>It tells keys apart and gives nothing away.</source>
        <translation>Er unterscheidet Schlüssel und verrät nichts.</translation>
    </message>
    <message>
        <source>It is no secret: give it to whoever asks for it.</source>
        <translation>Kein Geheimnis: Geben Sie ihn allen, die danach fragen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>QR code…</source>
        <translation>QR-Code …</translation>
    </message>
    <message>
        <source>QR code: %1</source>
        <translation>QR-Code: %1</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>Here since</source>
        <translation>Hier seit</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>What it opens in your library</source>
        <translation>Was er in Ihrer Bibliothek öffnet</translation>
    </message>
    <message numerus="yes">
        <source>all of %Ln chunk(s)</source>
        <translation>
            <numerusform>%Ln Abschnitt, also alles</numerusform>
            <numerusform>alle %Ln Abschnitte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln chunk(s)</source>
        <translation>
            <numerusform>%1 von %Ln Abschnitt</numerusform>
            <numerusform>%1 von %Ln Abschnitten</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>Nothing yet. What you open later is looked at, too.</source>
        <translation>Noch nichts. Was Sie später öffnen, wird auch angesehen.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>More for keys</source>
        <translation>Mehr zu Schlüsseln</translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation>Aus einer Sicherung zurückholen …</translation>
    </message>
    <message>
        <source>Prove a backup…</source>
        <translation>Sicherung erproben …</translation>
    </message>
    <message>
        <source>No key on this desk yet</source>
        <translation>Noch kein Schlüssel hier</translation>
    </message>
    <message>
        <source>A key opens packages, or signs what is yours. Its secret half is kept where your system keeps passwords; the other half you may show to everybody.
You have keys in files already? Import them, or drop them here.</source>
        <translation>Ein Schlüssel öffnet Pakete oder signiert, was Ihnen gehört. Seine geheime Hälfte liegt, wo Ihr System Passwörter aufhebt; die andere dürfen Sie allen zeigen.
Sie haben schon Schlüssel in Dateien? Importieren Sie sie oder ziehen Sie sie hierher.</translation>
    </message>
    <message>
        <source>Make a key…</source>
        <translation>Schlüssel machen …</translation>
    </message>
    <message>
        <source>Import a key…</source>
        <translation>Einen Schlüssel importieren …</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Back up keys</source>
        <translation>Schlüssel sichern</translation>
    </message>
    <message>
        <source>The backup is saved.</source>
        <translation>Die Sicherung ist gespeichert.</translation>
    </message>
    <message>
        <source>Prove it now, while you still know the passphrase: the program opens it and sees whether each key comes back.</source>
        <translation>Erproben Sie sie jetzt, solange Sie die Passphrase noch wissen: Das Programm öffnet sie und sieht nach, ob jeder Schlüssel zurückkommt.</translation>
    </message>
    <message>
        <source>Prove it now…</source>
        <translation>Jetzt erproben …</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Your name for the key. Scripts that name it have to follow.</source>
        <translation>Ihr Name für den Schlüssel. Skripte, die ihn nennen, müssen folgen.</translation>
    </message>
    <message>
        <source>Renaming a key</source>
        <translation>Schlüssel umbenennen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Open ZIP file…</source>
        <translation>ZIP-Datei öffnen…</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>Drop a package here</source>
        <translation>Legen Sie hier ein Paket ab</translation>
    </message>
    <message>
        <source>Drop signed readings here</source>
        <translation>Legen Sie hier signierte Messungen ab</translation>
    </message>
    <message>
        <source>A folder or a ZIP file with what a machine recorded. It is opened and verified at once; nothing in it is changed and nothing leaves this computer.</source>
        <translation>Einen Ordner oder eine ZIP-Datei mit dem, was eine Maschine aufgezeichnet hat. Es wird sofort geöffnet und geprüft; nichts darin wird verändert, und nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>A JSON file, a folder of them, or JSON lines. Each is verified at once: who signed it, and whether anything was changed since.</source>
        <translation>Eine JSON-Datei, einen Ordner davon oder JSON-Zeilen. Jede Messung wird sofort geprüft: wer sie signiert hat und ob seitdem etwas verändert wurde.</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>When last verified</source>
        <translation>Bei der letzten Prüfung</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Verified on %1; open it to verify it as it is now.</source>
        <translation>Geprüft am %1; öffnen Sie es, um es im jetzigen Zustand zu prüfen.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Takes it off this list. No file is deleted.</source>
        <translation>Nimmt es aus dieser Liste. Keine Datei wird gelöscht.</translation>
    </message>
    <message>
        <source>Kept for when there is a place for it:</source>
        <translation>Aufgehoben, bis es dafür einen Platz gibt:</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::MachineView</name>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Machine without a name</source>
        <translation>Maschine ohne Namen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Add key…</source>
        <translation>Schlüssel hinzufügen …</translation>
    </message>
    <message>
        <source>Forget machine…</source>
        <translation>Maschine vergessen …</translation>
    </message>
    <message>
        <source>DID</source>
        <translation>DID</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>None is trusted. Packages of this machine were only seen.</source>
        <translation>Keinem wird vertraut. Pakete dieser Maschine wurden nur gesehen.</translation>
    </message>
    <message>
        <source>Chains that are remembered</source>
        <translation>Ketten, die gemerkt sind</translation>
    </message>
    <message>
        <source>A later copy that lacks something of one of these, or has it in another order, is called rolled back.</source>
        <translation>Eine spätere Kopie, der etwas davon fehlt oder die es in anderer Reihenfolge hat, heißt zurückgesetzt.</translation>
    </message>
    <message>
        <source>as the seller stated</source>
        <translation>wie der Verkäufer gesagt hat</translation>
    </message>
    <message>
        <source>as it was verified here</source>
        <translation>wie sie hier geprüft wurde</translation>
    </message>
    <message>
        <source>Chain that begins with chunk %1</source>
        <translation>Kette, die mit Abschnitt %1 beginnt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s)</source>
        <translation>
            <numerusform>%Ln Abschnitt</numerusform>
            <numerusform>%Ln Abschnitte</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the chain that begins with chunk %1</source>
        <translation>Die Kette vergessen, die mit Abschnitt %1 beginnt</translation>
    </message>
    <message>
        <source>A copy of it is then taken as if it were seen for the first time.</source>
        <translation>Eine Kopie davon gilt dann, als würde sie zum ersten Mal gesehen.</translation>
    </message>
    <message>
        <source>More for this machine</source>
        <translation>Mehr zu dieser Maschine</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::MainWindow</name>
    <message>
        <source>Stream Desk</source>
        <translation>Stream Desk</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Messungen</translation>
    </message>
    <message numerus="yes">
        <source>Looking at %Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei wird angesehen</numerusform>
            <numerusform>%Ln Dateien werden angesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2. It is kept until there is a place for it.</source>
        <translation>%1: %2. Wird aufgehoben, bis es dafür einen Platz gibt.</translation>
    </message>
    <message>
        <source>%1 is not on this computer. Save it first, then open it from there.</source>
        <translation>%1 liegt nicht auf diesem Computer. Speichern Sie es zuerst, und öffnen Sie es dann von dort.</translation>
    </message>
    <message>
        <source>The library was written by a newer version of Stream Desk. What you change in it now is not saved.</source>
        <translation>Die Bibliothek wurde von einer neueren Version von Stream Desk geschrieben. Was Sie jetzt darin ändern, wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>The library cannot be read and is left as it is. What you change in it now is not saved. To begin a new one, move this file away: %1</source>
        <translation>Die Bibliothek ist nicht lesbar und bleibt, wie sie ist. Was Sie jetzt darin ändern, wird nicht gespeichert. Um eine neue zu beginnen, verschieben Sie diese Datei: %1</translation>
    </message>
    <message>
        <source>The library cannot be saved and is known only until you close the window. See that there is room on the disk and that this file can be written to: %1</source>
        <translation>Die Bibliothek lässt sich nicht speichern und ist nur bekannt, bis Sie das Fenster schließen. Sorgen Sie dafür, dass Platz auf dem Datenträger ist und in diese Datei geschrieben werden kann: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 – Stream Desk</source>
        <translation>%1 – Stream Desk</translation>
    </message>
    <message>
        <source>Close Stream Desk?</source>
        <translation>Stream Desk schließen?</translation>
    </message>
    <message>
        <source>Work is not finished yet:</source>
        <translation>Noch nicht fertig:</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Stoppen und schließen</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open F&amp;iles…</source>
        <translation>&amp;Dateien öffnen…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Export Findings…</source>
        <translation>Befunde &amp;exportieren…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Copy &amp;Findings</source>
        <translation>Befunde &amp;kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Paste Files</source>
        <translation>Dateien &amp;einfügen</translation>
    </message>
    <message>
        <source>F&amp;ilter Chunks</source>
        <translation>Abschnitte &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Einste&amp;llungen…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Package</source>
        <translation>&amp;Paket</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Stream Desk</source>
        <translation>Ü&amp;ber Stream Desk</translation>
    </message>
    <message>
        <source>&amp;Verify Again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>Check &amp;Selected Chunks Again</source>
        <translation>&amp;Ausgewählte Abschnitte erneut prüfen</translation>
    </message>
    <message>
        <source>Shift+F5</source>
        <translation>Shift+F5</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Ctrl+.</source>
        <translation>Ctrl+.</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz…</translation>
    </message>
    <message>
        <source>Show in File &amp;Manager</source>
        <translation>Im &amp;Dateimanager zeigen</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Takes it off the library. No file is deleted.</source>
        <translation>Nimmt es aus der Bibliothek. Keine Datei wird gelöscht.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Open a package&apos;s folder</source>
        <translation>Ordner eines Pakets öffnen</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>Packages and readings (*.zip *.json *.jsonl *.ndjson)</source>
        <translation>Pakete und Messungen (*.zip *.json *.jsonl *.ndjson)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There are no files in the clipboard. Copy a package in your file manager first.</source>
        <translation>In der Zwischenablage sind keine Dateien. Kopieren Sie zuerst ein Paket in Ihrem Dateimanager.</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meines</translation>
    </message>
    <message>
        <source>Trusted machines</source>
        <translation>Vertraute Maschinen</translation>
    </message>
    <message>
        <source>What a Signature &amp;Proves</source>
        <translation>&amp;Was eine Signatur beweist</translation>
    </message>
    <message>
        <source>&amp;Compare with the Seller…</source>
        <translation>Mit dem Verkäufer ver&amp;gleichen …</translation>
    </message>
    <message>
        <source>Show &amp;Package Code…</source>
        <translation>Paket&amp;code zeigen …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+K</source>
        <translation>Ctrl+Shift+K</translation>
    </message>
    <message>
        <source>R&amp;epair…</source>
        <translation>&amp;Reparieren…</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>being verified</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>files have changed</source>
        <translation>Dateien haben sich geändert</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Checking receipts</source>
        <translation>Belege werden geprüft</translation>
    </message>
    <message>
        <source>&amp;Decrypt to File…</source>
        <translation>In Datei &amp;entschlüsseln …</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>Save Rece&amp;ipt…</source>
        <translation>Be&amp;leg speichern …</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>S&amp;perren</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>What your keys opened goes off the screen and out of memory.</source>
        <translation>Was Ihre Schlüssel geöffnet haben, verschwindet vom Bildschirm und aus dem Speicher.</translation>
    </message>
    <message>
        <source>&amp;Your Data…</source>
        <translation>&amp;Ihre Daten …</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::NewKeyDialog</name>
    <message>
        <source>%1 key</source>
        <comment>such as “Buyer key”</comment>
        <translation>%1-Schlüssel</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>It is made on this computer, and its secret half never leaves it unless you say so.</source>
        <translation>Er wird auf diesem Computer gemacht, und seine geheime Hälfte verlässt ihn nie, außer Sie wollen es.</translation>
    </message>
    <message>
        <source>Make key</source>
        <translation>Schlüssel machen</translation>
    </message>
    <message>
        <source>What it is &amp;for</source>
        <translation>Wo&amp;zu er da ist</translation>
    </message>
    <message>
        <source>Your &amp;name for it</source>
        <translation>Ihr &amp;Name dafür</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Wo er liegen soll</translation>
    </message>
    <message>
        <source>Making a key</source>
        <translation>Schlüssel machen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::NewPassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>&amp;Once more</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>Four or five words that have nothing to do with each other are easy to keep and hard to guess. Nobody can open the file without it, and nobody can give it back to you.</source>
        <translation>Vier oder fünf Wörter, die nichts miteinander zu tun haben, sind leicht zu merken und schwer zu raten. Niemand kann die Datei ohne sie öffnen, und niemand kann sie Ihnen wiedergeben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) more at least.</source>
        <translation>
            <numerusform>Mindestens noch %Ln Zeichen.</numerusform>
            <numerusform>Mindestens noch %Ln Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter it once more.</source>
        <translation>Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>Beide sind gleich.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::OwnDataDialog</name>
    <message>
        <source>Your data on this computer</source>
        <translation>Ihre Daten auf diesem Computer</translation>
    </message>
    <message>
        <source>All of it lies in these places and nowhere else. Nothing is sent to anybody. Packages stay where you put them.</source>
        <translation>Alles liegt an diesen Orten und sonst nirgends. Nichts wird an irgendwen geschickt. Pakete bleiben, wo Sie sie hingelegt haben.</translation>
    </message>
    <message>
        <source>For a new computer, export it here and import it there. Private keys do not go into that file: take them over with an encrypted backup.</source>
        <translation>Für einen neuen Computer: hier exportieren und dort importieren. Private Schlüssel kommen nicht in diese Datei: Nehmen Sie sie mit einer verschlüsselten Sicherung mit.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What was opened</source>
        <translation>Was geöffnet wurde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s), as io.github.streamdesk.StreamDesk</source>
        <translation>
            <numerusform>%Ln Schlüssel, als io.github.streamdesk.StreamDesk</numerusform>
            <numerusform>%Ln Schlüssel, als io.github.streamdesk.StreamDesk</numerusform>
        </translation>
    </message>
    <message>
        <source>this program has none</source>
        <translation>dieses Programm hat keinen</translation>
    </message>
    <message>
        <source>Import your data</source>
        <translation>Ihre Daten importieren</translation>
    </message>
    <message>
        <source>Export your data</source>
        <translation>Ihre Daten exportieren</translation>
    </message>
    <message>
        <source>Desk files (*.json)</source>
        <translation>Dateien eines Stream Desk (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>stream desk %1</source>
        <translation>Stream Desk %1</translation>
    </message>
    <message>
        <source>Exporting your data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Importing your data</source>
        <translation>Daten importieren</translation>
    </message>
    <message>
        <source>Keys that are not here and come with an encrypted backup only: %1</source>
        <translation>Schlüssel, die nicht hier sind und nur mit einer verschlüsselten Sicherung kommen: %1</translation>
    </message>
    <message>
        <source>Import only your own file: it says whom you trust. What is here stays.</source>
        <translation>Importieren Sie nur Ihre eigene Datei: Sie sagt, wem Sie vertrauen. Was hier ist, bleibt.</translation>
    </message>
    <message>
        <source>Take over what this file says?</source>
        <translation>Übernehmen, was diese Datei sagt?</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Taken over. The language holds from the next start.</source>
        <translation>Übernommen. Die Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Trusted machines</source>
        <translation>Vertraute Maschinen</translation>
    </message>
    <message>
        <source>Trust and pins</source>
        <translation>Vertrauen, Anker</translation>
    </message>
    <message>
        <source>Names of keys</source>
        <translation>Schlüsselnamen</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Verzeichnisse</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::PackagePage</name>
    <message>
        <source>Verify again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Copy findings</source>
        <translation>Befunde kopieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Export findings…</source>
        <translation>Befunde exportieren…</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>It was not verified on this computer before.</source>
        <translation>Auf diesem Computer wurde es noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Last verified on %1: %2. The files look unchanged since.</source>
        <translation>Zuletzt geprüft am %1: %2. Die Dateien sehen seitdem unverändert aus.</translation>
    </message>
    <message>
        <source>Last verified on %1: %2. The files have changed since.</source>
        <translation>Zuletzt geprüft am %1: %2. Die Dateien haben sich seitdem geändert.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Öffnen von %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>The files have changed since</source>
        <translation>Die Dateien haben sich seitdem geändert</translation>
    </message>
    <message>
        <source>When they were verified at %1, the verdict was: %2.</source>
        <translation>Bei der Prüfung um %1 war das Urteil: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s) were checked again since; the map shows how they are now.</source>
        <translation>
            <numerusform>%Ln Abschnitt wurde seitdem erneut geprüft; die Karte zeigt, wie er jetzt ist.</numerusform>
            <numerusform>%Ln Abschnitte wurden seitdem erneut geprüft; die Karte zeigt, wie sie jetzt sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Reading what is in the package.</source>
        <translation>Der Inhalt des Pakets wird gelesen.</translation>
    </message>
    <message>
        <source>Nothing wrong so far.</source>
        <translation>Bisher ist alles in Ordnung.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s) need attention so far.</source>
        <translation>
            <numerusform>Bisher %Ln auffälliger Abschnitt.</numerusform>
            <numerusform>Bisher %Ln auffällige Abschnitte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verifying: %1 of %Ln chunk(s)</source>
        <translation>
            <numerusform>Prüfung: %1 von %Ln Abschnitt</numerusform>
            <numerusform>Prüfung: %1 von %Ln Abschnitten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln verschiedene Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln chunk(s)</source>
        <translation>
            <numerusform>%1 in %Ln Abschnitt</numerusform>
            <numerusform>%1 in %Ln Abschnitten</numerusform>
        </translation>
    </message>
    <message>
        <source>Chunk size</source>
        <translation>Abschnittsgröße</translation>
    </message>
    <message>
        <source>Source hash</source>
        <translation>Hashwert der Quelle</translation>
    </message>
    <message>
        <source>unknown, no manifest</source>
        <translation>unbekannt, kein Manifest</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>checked on decryption</source>
        <translation>beim Entschlüsseln geprüft</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Verified in %1 · %2</source>
        <translation>Geprüft in %1 · %2</translation>
    </message>
    <message>
        <source>no findings</source>
        <translation>keine Befunde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln Befund</numerusform>
            <numerusform>%Ln Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Chunk %1: %2</source>
        <translation>Abschnitt %1: %2</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Export findings</source>
        <translation>Befunde exportieren</translation>
    </message>
    <message>
        <source>For programs (*.json)</source>
        <translation>Für Programme (*.json)</translation>
    </message>
    <message>
        <source>%1 findings</source>
        <translation>%1 Befunde</translation>
    </message>
    <message>
        <source>Exporting findings</source>
        <translation>Befunde werden exportiert</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What you want to remember about this package. It stays on this computer.</source>
        <translation>Was Sie sich zu diesem Paket merken wollen. Es bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Show package code…</source>
        <translation>Paketcode zeigen …</translation>
    </message>
    <message>
        <source>Compare with the seller…</source>
        <translation>Mit dem Verkäufer vergleichen …</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>A new key?…</source>
        <translation>Ein neuer Schlüssel? …</translation>
    </message>
    <message>
        <source>Compare again…</source>
        <translation>Noch einmal vergleichen …</translation>
    </message>
    <message>
        <source>Package code, repair, name, note, export, file manager</source>
        <translation>Paketcode, Reparatur, Name, Notiz, Export, Dateiverwaltung</translation>
    </message>
    <message>
        <source>Repair…</source>
        <translation>Reparieren…</translation>
    </message>
    <message>
        <source>Decrypt to file…</source>
        <translation>In Datei entschlüsseln …</translation>
    </message>
    <message>
        <source>Save receipt…</source>
        <translation>Beleg speichern …</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::PackageSession</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message numerus="yes">
        <source>Checking %Ln chunk(s) again</source>
        <translation>
            <numerusform>%Ln Abschnitt wird erneut geprüft</numerusform>
            <numerusform>%Ln Abschnitte werden erneut geprüft</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Your keys will be kept in an encrypted file: %1</source>
        <translation>Ihre Schlüssel kommen in eine verschlüsselte Datei: %1</translation>
    </message>
    <message>
        <source>Make the key file</source>
        <translation>Schlüsseldatei anlegen</translation>
    </message>
    <message>
        <source>This opens your encrypted key file: %1</source>
        <translation>Damit öffnet sich Ihre verschlüsselte Schlüsseldatei: %1</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>That was not the passphrase of this file.</source>
        <translation>Das war nicht die Passphrase dieser Datei.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ProblemPanel</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss this problem</source>
        <translation>Dieses Problem ausblenden</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of the cause</source>
        <translation>Einzelheiten der Ursache</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copies what happened, without the content of any file and without keys.</source>
        <translation>Kopiert, was geschehen ist, ohne Inhalt von Dateien und ohne Schlüssel.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ProofDialog</name>
    <message>
        <source>What a signature proves</source>
        <translation>Was eine Signatur beweist</translation>
    </message>
    <message>
        <source>A signature proves that whoever holds a certain key signed exactly these encrypted bytes of one chunk, and that nobody has changed them since.</source>
        <translation>Eine Signatur beweist, dass der Besitzer eines bestimmten Schlüssels genau diese verschlüsselten Bytes eines Abschnitts signiert hat und dass sie seitdem niemand verändert hat.</translation>
    </message>
    <message>
        <source>It does not prove whose key that is: anybody can make a key, sign everything anew, and put your machine’s name beside it.</source>
        <translation>Sie beweist nicht, wem dieser Schlüssel gehört: Jeder kann einen Schlüssel erzeugen, alles neu signieren und den Namen Ihrer Maschine daneben setzen.</translation>
    </message>
    <message>
        <source>It does not prove that all chunks are there, or in which order they were recorded: whoever carries the files can leave out, repeat and rearrange signed chunks.</source>
        <translation>Sie beweist nicht, dass alle Abschnitte da sind oder in welcher Reihenfolge sie aufgezeichnet wurden: Wer die Dateien überbringt, kann signierte Abschnitte weglassen, wiederholen und umordnen.</translation>
    </message>
    <message>
        <source>It does not prove what the manifest says, when something was recorded, or that a sensor told the truth.</source>
        <translation>Sie beweist nicht, was im Manifest steht, wann etwas aufgezeichnet wurde oder dass ein Sensor die Wahrheit sagt.</translation>
    </message>
    <message>
        <source>The seller’s package code, which reached you by another way than the package, settles the two open questions at once: who signed, and that all of it is there and in order.</source>
        <translation>Der Paketcode des Verkäufers, der auf einem anderen Weg zu Ihnen kam als das Paket, klärt beide offenen Fragen auf einmal: wer signiert hat, und dass alles da ist, in der richtigen Reihenfolge.</translation>
    </message>
    <message>
        <source>A key that you have compared once settles the first of them for every later package, and what you have seen of a chain before is not forgotten.</source>
        <translation>Ein Schlüssel, den Sie einmal verglichen haben, klärt die erste für jedes spätere Paket, und was Sie früher von einer Kette gesehen haben, wird nicht vergessen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::PurposeChoice</name>
    <message>
        <source>What it is for</source>
        <translation>Wozu er da ist</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ReadingListModel</name>
    <message>
        <source>Reading %1, %2</source>
        <translation>Messung %1, %2</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ReadingPage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Reads everything from the beginning.</source>
        <translation>Liest alles von vorn.</translation>
    </message>
    <message>
        <source>Problems only</source>
        <translation>Nur Probleme</translation>
    </message>
    <message>
        <source>Shows only the readings that are not intact.</source>
        <translation>Zeigt nur die Messungen, die nicht unversehrt sind.</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ReadingSession</name>
    <message>
        <source>Verifying %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ReadingView</name>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>JSON-Text</translation>
    </message>
    <message>
        <source>Fields of the reading</source>
        <translation>Felder der Messung</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>The reading as JSON</source>
        <translation>Die Messung als JSON</translation>
    </message>
    <message>
        <source>Verifying the reading</source>
        <translation>Die Messung wird geprüft</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Signed by, if unchanged</source>
        <translation>Signiert von, falls unverändert</translation>
    </message>
    <message>
        <source>Machine (DID)</source>
        <translation>Maschine (DID)</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Format version</source>
        <translation>Formatversion</translation>
    </message>
    <message>
        <source>Signed as</source>
        <translation>Signiert als</translation>
    </message>
    <message>
        <source>Python&apos;s spelling</source>
        <translation>Python-Schreibweise</translation>
    </message>
    <message>
        <source>RFC 8785</source>
        <translation>RFC 8785</translation>
    </message>
    <message>
        <source>The spelling of the JSON that the signature was made over.</source>
        <translation>Die Schreibweise des JSON, über die signiert wurde.</translation>
    </message>
    <message>
        <source>Key name, not signed</source>
        <translation>Schlüsselname, nicht signiert</translation>
    </message>
    <message>
        <source>%1 – not covered by the signature: anybody may have written it.</source>
        <translation>%1 – von der Signatur nicht erfasst: Jeder kann es geschrieben haben.</translation>
    </message>
    <message>
        <source>No field is marked as encrypted or anonymized.</source>
        <translation>Kein Feld ist als verschlüsselt oder anonymisiert gekennzeichnet.</translation>
    </message>
    <message>
        <source>There are no fields to show.</source>
        <translation>Es gibt keine Felder zu zeigen.</translation>
    </message>
    <message>
        <source>Marked as encrypted: %1. Marked as anonymized: %2.</source>
        <translation>Als verschlüsselt gekennzeichnet: %1. Als anonymisiert gekennzeichnet: %2.</translation>
    </message>
    <message>
        <source>The beginning of %1, laid out for reading.</source>
        <translation>Der Anfang von %1, zum Lesen umbrochen.</translation>
    </message>
    <message>
        <source>As it was written, laid out for reading.</source>
        <translation>Wie geschrieben, zum Lesen umbrochen.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Messung</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ReceiptDialog</name>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save Receipt</source>
        <translation>Beleg speichern</translation>
    </message>
    <message>
        <source>A receipt of this verification</source>
        <translation>Ein Beleg dieser Prüfung</translation>
    </message>
    <message>
        <source>A small file that says what was found, chunk by chunk, signed with a signing key (Ed25519) of your own. Others can check it, and later whether a package is still the one of it. It does not prove who made the data or that it is true.</source>
        <translation>Eine kleine Datei, die Abschnitt für Abschnitt sagt, was gefunden wurde, signiert mit einem eigenen Signierschlüssel (Ed25519). Andere können sie prüfen und später, ob ein Paket noch das darin genannte ist. Sie beweist nicht, wer die Daten erzeugt hat oder dass sie stimmen.</translation>
    </message>
    <message>
        <source>Signed &amp;with</source>
        <translation>Signiert &amp;mit</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>Signiert mit</translation>
    </message>
    <message>
        <source>Key &amp;file…</source>
        <translation>Schlüssel&amp;datei …</translation>
    </message>
    <message>
        <source>There is no signing key on this desk. Choose a file with one: 64 hex digits.</source>
        <translation>Hier ist kein Signierschlüssel. Wählen Sie eine Datei mit einem: 64 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>Saving a receipt</source>
        <translation>Ein Beleg wird gespeichert</translation>
    </message>
    <message>
        <source>Saved as %1, signed by %2.</source>
        <translation>Gespeichert als %1, signiert von %2.</translation>
    </message>
    <message>
        <source>Choose the file with your signing key</source>
        <translation>Datei mit Ihrem Signierschlüssel wählen</translation>
    </message>
    <message>
        <source>Save receipt</source>
        <translation>Beleg speichern</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::RepairDialog</name>
    <message>
        <source>And more; the list of the package says what is left afterwards.</source>
        <translation>Und mehr; was dann noch fehlt, sagt die Liste des Pakets.</translation>
    </message>
    <message>
        <source>Another copy of this package can help: an earlier download, a backup, what somebody else was sent. Only the chunks that fail are taken from it, and only when the same signer signed them and they fit into the chain.</source>
        <translation>Eine andere Kopie dieses Pakets kann helfen: ein früherer Download, eine Sicherung, was jemand anderem geschickt wurde. Nur die fehlerhaften Abschnitte werden daraus genommen, und nur wenn derselbe Unterzeichner sie signiert hat und sie in die Kette passen.</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>&amp;Keep the files that are replaced, in a folder beside the package</source>
        <translation>Ersetzte Dateien auf&amp;bewahren, in einem Ordner neben dem Paket</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation>Was sie kann</translation>
    </message>
    <message>
        <source>Drop a copy here: its folder or its ZIP file</source>
        <translation>Legen Sie hier eine Kopie ab: ihren Ordner oder ihre ZIP-Datei</translation>
    </message>
    <message>
        <source>Choose &amp;folder…</source>
        <translation>&amp;Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose &amp;ZIP file…</source>
        <translation>&amp;ZIP-Datei wählen…</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Weglassen</translation>
    </message>
    <message>
        <source>Nothing is taken from this copy. No file is deleted.</source>
        <translation>Aus dieser Kopie wird nichts genommen. Keine Datei wird gelöscht.</translation>
    </message>
    <message>
        <source>&amp;Show replaced files</source>
        <translation>&amp;Ersetzte Dateien zeigen</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>&amp;Reparieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>A ZIP file is not changed. The repaired package is written beside it, as %1.</source>
        <translation>Eine ZIP-Datei wird nicht verändert. Das reparierte Paket wird daneben geschrieben, als %1.</translation>
    </message>
    <message>
        <source>Looking for copies, and for what they have…</source>
        <translation>Sucht nach Kopien und nach dem, was sie haben…</translation>
    </message>
    <message>
        <source>Fetching and checking what is needed…</source>
        <translation>Holt und prüft, was gebraucht wird…</translation>
    </message>
    <message>
        <source>Stopped. The package is as it was.</source>
        <translation>Gestoppt. Das Paket ist, wie es war.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were put in place.</source>
        <translation>
            <numerusform>%Ln Datei wurde an ihren Platz gebracht.</numerusform>
            <numerusform>%Ln Dateien wurden an ihren Platz gebracht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The repaired package is written</source>
        <translation>Das reparierte Paket ist geschrieben</translation>
    </message>
    <message>
        <source>It is the new file %1, which is opened and verified now.</source>
        <translation>Es ist die neue Datei %1, die jetzt geöffnet und geprüft wird.</translation>
    </message>
    <message>
        <source>Verifying the repaired package…</source>
        <translation>Das reparierte Paket wird geprüft…</translation>
    </message>
    <message>
        <source>The repaired package is not verified yet</source>
        <translation>Das reparierte Paket ist noch nicht geprüft</translation>
    </message>
    <message>
        <source>What stood there before is in the folder %1.</source>
        <translation>Was vorher dort stand, liegt im Ordner %1.</translation>
    </message>
    <message>
        <source>Choose a copy of the package</source>
        <translation>Eine Kopie des Pakets wählen</translation>
    </message>
    <message>
        <source>ZIP files (*.zip)</source>
        <translation>ZIP-Dateien (*.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::RepairSession</name>
    <message>
        <source>Looking into copies of %1</source>
        <translation>Kopien von %1 werden angesehen</translation>
    </message>
    <message>
        <source>Repairing %1</source>
        <translation>%1 wird repariert</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::SecretLine</name>
    <message>
        <source>Show what is entered</source>
        <translation>Zeigen, was eingegeben ist</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Appearance: %1</source>
        <translation>Erscheinungsbild: %1</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Always light.</source>
        <translation>Immer hell.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Always dark.</source>
        <translation>Immer dunkel.</translation>
    </message>
    <message>
        <source>Holds from the next start of Stream Desk.</source>
        <translation>Gilt ab dem nächsten Start von Stream Desk.</translation>
    </message>
    <message>
        <source>Verify a package when it is opened</source>
        <translation>Pakete beim Öffnen prüfen</translation>
    </message>
    <message>
        <source>Without this a package is only read; “Verify” checks it when you want it.</source>
        <translation>Sonst wird ein Paket nur gelesen; „Prüfen“ prüft es, wann Sie wollen.</translation>
    </message>
    <message>
        <source>Tell me when long work is done</source>
        <translation>Melden, wenn eine lange Arbeit fertig ist</translation>
    </message>
    <message>
        <source>Only while another window is in front.</source>
        <translation>Nur während ein anderes Fenster im Vordergrund ist.</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Light or dark, and with high contrast, whatever the system is set to.</source>
        <translation>Hell oder dunkel, und mit hohem Kontrast, wie es im System eingestellt ist.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Black and white with strong lines, light or dark as the system is.</source>
        <translation>Schwarz und Weiß mit kräftigen Linien, hell oder dunkel wie das System.</translation>
    </message>
    <message>
        <source>Motion: %1</source>
        <translation>Bewegung: %1</translation>
    </message>
    <message>
        <source>Less when the system asks for less.</source>
        <translation>Weniger, wenn das System weniger wünscht.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Nothing unfolds, slides or fades.</source>
        <translation>Nichts klappt auf, gleitet oder wird eingeblendet.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Also when the system asks for less.</source>
        <translation>Auch wenn das System weniger wünscht.</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>What your keys opened goes off the screen and out of memory, and so do passphrases.</source>
        <translation>Was Ihre Schlüssel geöffnet haben, verschwindet vom Bildschirm und aus dem Speicher, und Passphrasen auch.</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Unless something else was copied since. Clipboard managers are asked not to keep it.</source>
        <translation>Außer es wurde seitdem etwas anderes kopiert. Programme für die Zwischenablage werden gebeten, ihn nicht aufzuheben.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Only by hand and with the session</source>
        <translation>Nur von Hand und mit der Sitzung</translation>
    </message>
    <message numerus="yes">
        <source>After %Ln minute(s) without a key or a click</source>
        <translation>
            <numerusform>Nach %Ln Minute ohne Taste oder Klick</numerusform>
            <numerusform>Nach %Ln Minuten ohne Taste oder Klick</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied private keys</source>
        <translation>Kopierte private Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>A copied private key leaves after %Ln second(s)</source>
        <translation>
            <numerusform>Ein kopierter privater Schlüssel verschwindet nach %Ln Sekunde</numerusform>
            <numerusform>Ein kopierter privater Schlüssel verschwindet nach %Ln Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::Sidebar</name>
    <message>
        <source>Sections</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::Splitter</name>
    <message>
        <source>Line between the two sides</source>
        <translation>Linie zwischen den beiden Seiten</translation>
    </message>
    <message>
        <source>The arrow keys move it.</source>
        <translation>Die Pfeiltasten verschieben sie.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::StatementField</name>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Package code or fingerprint</source>
        <translation>Paketcode oder Fingerabdruck</translation>
    </message>
    <message>
        <source>Read a QR code from a picture</source>
        <translation>Einen QR-Code aus einem Bild lesen</translation>
    </message>
    <message>
        <source>Read from a picture…</source>
        <translation>Aus einem Bild lesen …</translation>
    </message>
    <message>
        <source>Type it, paste it, or drop it here: as text, as a picture of its QR code, or as a trust file.</source>
        <translation>Tippen Sie es ein, fügen Sie es ein oder ziehen Sie es hierher: als Text, als Bild des QR-Codes oder als Vertrauensdatei.</translation>
    </message>
    <message>
        <source>A whole package code, without typing errors.</source>
        <translation>Ein ganzer Paketcode, ohne Tippfehler.</translation>
    </message>
    <message>
        <source>This is a package code; here the fingerprint is needed. To compare a code, open the package.</source>
        <translation>Das ist ein Paketcode; hier wird der Fingerabdruck gebraucht. Um einen Code zu vergleichen, öffnen Sie das Paket.</translation>
    </message>
    <message>
        <source>A whole fingerprint.</source>
        <translation>Ein ganzer Fingerabdruck.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) to go.</source>
        <translation>
            <numerusform>Noch %Ln Zeichen.</numerusform>
            <numerusform>Noch %Ln Zeichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digit(s) of the fingerprint to go. A part of it proves nothing.</source>
        <translation>
            <numerusform>Noch %Ln Ziffer des Fingerabdrucks. Ein Teil davon beweist nichts.</numerusform>
            <numerusform>Noch %Ln Ziffern des Fingerabdrucks. Ein Teil davon beweist nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a typing error in it. Compare it with what the seller told you, character by character.</source>
        <translation>Darin ist ein Tippfehler. Vergleichen Sie Zeichen für Zeichen mit dem, was der Verkäufer Ihnen gesagt hat.</translation>
    </message>
    <message>
        <source>This is neither a package code (21 characters) nor a fingerprint (64 digits).</source>
        <translation>Das ist weder ein Paketcode (21 Zeichen) noch ein Fingerabdruck (64 Ziffern).</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.gif *.bmp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>%1 is a trust file that says nothing about this machine.</source>
        <translation>%1 ist eine Vertrauensdatei, die nichts über diese Maschine sagt.</translation>
    </message>
    <message>
        <source>%1 has a QR code, but it holds neither a package code nor a fingerprint.</source>
        <translation>%1 hat einen QR-Code, aber darin steht weder ein Paketcode noch ein Fingerabdruck.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check its permissions.</source>
        <translation>%1 kann nicht gelesen werden. Prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>%1 is too large. Cut out the QR code, or make the picture smaller.</source>
        <translation>%1 ist zu groß. Schneiden Sie den QR-Code aus oder verkleinern Sie das Bild.</translation>
    </message>
    <message>
        <source>No QR code can be made out in %1. Take the picture from nearer and from straight in front.</source>
        <translation>In %1 ist kein QR-Code zu erkennen. Nehmen Sie das Bild von näher und gerade von vorn auf.</translation>
    </message>
    <message>
        <source>%1 is neither a picture nor a text with a package code or a fingerprint in it.</source>
        <translation>%1 ist weder ein Bild noch ein Text, in dem ein Paketcode oder ein Fingerabdruck steht.</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::StatusArea</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) running</source>
        <translation>
            <numerusform>%Ln Vorgang läuft</numerusform>
            <numerusform>%Ln Vorgänge laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::TrustDesk</name>
    <message>
        <source>Trusted machines</source>
        <translation>Vertraute Maschinen</translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::TrustPage</name>
    <message>
        <source>Trusted machines</source>
        <translation>Vertraute Maschinen</translation>
    </message>
    <message>
        <source>Search by name, DID or fingerprint</source>
        <translation>Nach Name, DID oder Fingerabdruck suchen</translation>
    </message>
    <message>
        <source>Search machines</source>
        <translation>Maschinen suchen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>No machine is trusted yet</source>
        <translation>Noch wird keiner Maschine vertraut</translation>
    </message>
    <message>
        <source>Open a package, choose “Compare…” in its banner, and enter what the seller tells you by telephone. What fits is kept here: whose key it is, and how far the chain goes.</source>
        <translation>Öffnen Sie ein Paket, wählen Sie „Vergleichen …“ beim Urteil und geben Sie ein, was der Verkäufer Ihnen am Telefon sagt. Was passt, wird hier behalten: wem der Schlüssel gehört und wie weit die Kette geht.</translation>
    </message>
    <message>
        <source>What does a signature prove?</source>
        <translation>Was beweist eine Signatur?</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Your name for the machine. It stays on this computer.</source>
        <translation>Ihr Name für die Maschine. Er bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What you want to remember about this key. It stays on this computer.</source>
        <translation>Was Sie sich zu diesem Schlüssel merken wollen. Es bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Revoke this key?</source>
        <translation>Diesen Schlüssel widerrufen?</translation>
    </message>
    <message>
        <source>All that it signed is red from now on, also what it signed before it was lost: a signature does not tell when it was made.</source>
        <translation>Alles, was er signiert hat, ist von jetzt an rot, auch was er signiert hat, bevor er verloren ging: Eine Signatur sagt nicht, wann sie entstand.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Remove this key?</source>
        <translation>Diesen Schlüssel entfernen?</translation>
    </message>
    <message>
        <source>It is then as if it had never been compared. To name a stolen key on everything it signed, revoke it instead.</source>
        <translation>Dann ist es, als wäre er nie verglichen worden. Um einen gestohlenen Schlüssel bei allem zu nennen, was er signiert hat, widerrufen Sie ihn stattdessen.</translation>
    </message>
    <message>
        <source>It is then not known any more that it was revoked, and it can be trusted again.</source>
        <translation>Dann ist nicht mehr bekannt, dass er widerrufen wurde, und ihm kann wieder vertraut werden.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Forget this machine?</source>
        <translation>Diese Maschine vergessen?</translation>
    </message>
    <message>
        <source>Its keys, which of them were revoked, and how far its chains went are forgotten. No package is deleted.</source>
        <translation>Ihre Schlüssel, welche davon widerrufen wurden und wie weit ihre Ketten gingen, werden vergessen. Kein Paket wird gelöscht.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Changing the trusted machines</source>
        <translation>Vertraute Maschinen ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import trusted machines</source>
        <translation>Vertraute Maschinen importieren</translation>
    </message>
    <message>
        <source>Trust files (*.json)</source>
        <translation>Vertrauensdateien (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Importing trusted machines</source>
        <translation>Vertraute Maschinen werden importiert</translation>
    </message>
    <message>
        <source>Take over what this file says?</source>
        <translation>Übernehmen, was diese Datei sagt?</translation>
    </message>
    <message>
        <source>Import only what comes from somebody you would let decide whom you trust.
What is revoked on either side is revoked afterwards.</source>
        <translation>Importieren Sie nur, was von jemandem kommt, den Sie entscheiden lassen würden, wem Sie vertrauen.
Was auf einer der beiden Seiten widerrufen ist, ist danach widerrufen.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Export trusted machines</source>
        <translation>Vertraute Maschinen exportieren</translation>
    </message>
    <message>
        <source>trusted machines</source>
        <translation>vertraute Maschinen</translation>
    </message>
    <message>
        <source>Exporting trusted machines</source>
        <translation>Vertraute Maschinen werden exportiert</translation>
    </message>
</context>
</TS>
