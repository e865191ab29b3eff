<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ChunkStateWords</name>
    <message numerus="yes">
        <source>%1 verified</source>
        <translation>
            <numerusform>%1 verified</numerusform>
            <numerusform>%1 verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed</source>
        <translation>
            <numerusform>%1 changed</numerusform>
            <numerusform>%1 changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 by another signer</source>
        <translation>
            <numerusform>%1 by another signer</numerusform>
            <numerusform>%1 by another signer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 missing</source>
        <translation>
            <numerusform>%1 missing</numerusform>
            <numerusform>%1 missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 not checked</source>
        <translation>
            <numerusform>%1 not checked</numerusform>
            <numerusform>%1 not checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decryption</name>
    <message numerus="yes">
        <source>The encrypted data of %Ln chunk(s) is missing: %1.</source>
        <translation>
            <numerusform>The encrypted data of %Ln chunk is missing: %1.</numerusform>
            <numerusform>The encrypted data of %Ln chunks is missing: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s) are said to be for this key and do not open with it: %1.</source>
        <translation>
            <numerusform>%Ln chunk is said to be for this key and does not open with it: %1.</numerusform>
            <numerusform>%Ln chunks are said to be for this key and do not open with it: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s) open with another key than the one they commit to: %1.</source>
        <translation>
            <numerusform>%Ln chunk opens with another key than the one it commits to: %1.</numerusform>
            <numerusform>%Ln chunks open with another key than the one they commit to: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each run of chunks goes into a file of its own: %1 and %Ln more.</source>
        <translation>
            <numerusform>Each run of chunks goes into a file of its own: %1 and %Ln more.</numerusform>
            <numerusform>Each run of chunks goes into a file of its own: %1 and %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message numerus="yes">
        <source>%n recipient(s) in all; Raw JSON has them.</source>
        <translation>
            <numerusform>%n recipient in all; Raw JSON has them.</numerusform>
            <numerusform>%n recipients in all; Raw JSON has them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message numerus="yes">
        <source>%Ln values</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields</source>
        <translation>
            <numerusform>%Ln field</numerusform>
            <numerusform>%Ln fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message numerus="yes">
        <source>Proven %Ln day(s) ago</source>
        <translation>
            <numerusform>Proven %Ln day ago</numerusform>
            <numerusform>Proven %Ln days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KindWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open and verify %n packages: %1</source>
        <translation>
            <numerusform>Open and verify %n package: %1</numerusform>
            <numerusform>Open and verify %n packages: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verify %n readings in %1</source>
        <translation>
            <numerusform>Verify %n reading in %1</numerusform>
            <numerusform>Verify %n readings in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verify %n readings</source>
        <translation>
            <numerusform>Verify %n reading</numerusform>
            <numerusform>Verify %n readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n access files for %1 for later</source>
        <translation>
            <numerusform>Keep %n access file for %1 for later</numerusform>
            <numerusform>Keep %n access files for %1 for later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n access files for later</source>
        <translation>
            <numerusform>Keep %n access file for later</numerusform>
            <numerusform>Keep %n access files for later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files cannot be used</source>
        <translation>
            <numerusform>%n file cannot be used</numerusform>
            <numerusform>%n files cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cannot be used</source>
        <translation>
            <numerusform>%n more cannot be used</numerusform>
            <numerusform>%n more cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %n receipts</source>
        <translation>
            <numerusform>Check %n receipt</numerusform>
            <numerusform>Check %n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n key files</source>
        <translation>
            <numerusform>Import %n key file</numerusform>
            <numerusform>Import %n key files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at %n trusted machines files</source>
        <translation>
            <numerusform>Look at %n trusted machines file</numerusform>
            <numerusform>Look at %n trusted machines files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n files: %1</source>
        <translation>
            <numerusform>Take in %n file: %1</numerusform>
            <numerusform>Take in %n files: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnData</name>
    <message numerus="yes">
        <source>%Ln new entry(s) for the library.</source>
        <translation>
            <numerusform>%Ln new entry for the library.</numerusform>
            <numerusform>%Ln new entries for the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The names of %Ln key(s) that are here.</source>
        <translation>
            <numerusform>The name of %Ln key that is here.</numerusform>
            <numerusform>The names of %Ln keys that are here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message numerus="yes">
        <source>%Ln intact</source>
        <translation>
            <numerusform>%Ln intact</numerusform>
            <numerusform>%Ln intact</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not signed by their machine</source>
        <translation>
            <numerusform>%Ln not signed by their machine</numerusform>
            <numerusform>%Ln not signed by their machine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a valid signature</source>
        <translation>
            <numerusform>%Ln without a valid signature</numerusform>
            <numerusform>%Ln without a valid signature</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln naming no machine</source>
        <translation>
            <numerusform>%Ln naming no machine</numerusform>
            <numerusform>%Ln naming no machine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not checkable here</source>
        <translation>
            <numerusform>%Ln not checkable here</numerusform>
            <numerusform>%Ln not checkable here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <translation>
            <numerusform>%Ln unreadable</numerusform>
            <numerusform>%Ln unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are listed.</source>
        <translation>
            <numerusform>The first %Ln is listed.</numerusform>
            <numerusform>The first %Ln are listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %Ln readings</source>
        <translation>
            <numerusform>Stopped after %Ln reading</numerusform>
            <numerusform>Stopped after %Ln readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intact: all %Ln readings are signed by the machine they name</source>
        <translation>
            <numerusform>Intact: the one reading is signed by the machine it names</numerusform>
            <numerusform>Intact: all %Ln readings are signed by the machine they name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln readings cannot be relied on</source>
        <translation>
            <numerusform>%1 of %Ln reading cannot be relied on</numerusform>
            <numerusform>%1 of %Ln readings cannot be relied on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln readings cannot be checked here</source>
        <translation>
            <numerusform>%1 of %Ln reading cannot be checked here</numerusform>
            <numerusform>%1 of %Ln readings cannot be checked here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepairWords</name>
    <message numerus="yes">
        <source>Chunk(s) %1: no copy has the description(s).</source>
        <translation>
            <numerusform>Chunk %1: no copy has its description.</numerusform>
            <numerusform>Chunks %1: no copy has their descriptions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: damaged in the copy, too.</source>
        <translation>
            <numerusform>Chunk %1: damaged in the copy, too.</numerusform>
            <numerusform>Chunks %1: damaged in the copy, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: signed by somebody else in the copy.</source>
        <translation>
            <numerusform>Chunk %1: signed by somebody else in the copy.</numerusform>
            <numerusform>Chunks %1: signed by somebody else in the copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: what the copy has does not fit the chunks beside.</source>
        <translation>
            <numerusform>Chunk %1: what the copy has does not fit the chunks beside it.</numerusform>
            <numerusform>Chunks %1: what the copy has does not fit the chunks beside them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: the chunks beside are missing, so nothing shows that the copy&apos;s belong here.</source>
        <translation>
            <numerusform>Chunk %1: the chunks beside it are missing, so nothing shows that the copy&apos;s belongs here.</numerusform>
            <numerusform>Chunks %1: the chunks beside them are missing, so nothing shows that the copy&apos;s belong here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: right, but the chunk before is not.</source>
        <translation>
            <numerusform>Chunk %1: right itself, but the chunk before it is not.</numerusform>
            <numerusform>Chunks %1: right themselves, but the chunk before them is not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: the file&apos;s name is taken by another chunk here. Give that one its own name.</source>
        <translation>
            <numerusform>Chunk %1: the name of its file is taken by another chunk here. Give that one its own name.</numerusform>
            <numerusform>Chunks %1: the names of their files are taken by other chunks here. Give those their own names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: no copy has the encrypted data.</source>
        <translation>
            <numerusform>Chunk %1: no copy has its encrypted data.</numerusform>
            <numerusform>Chunks %1: no copy has their encrypted data.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1: the encrypted data is damaged in the copy, too.</source>
        <translation>
            <numerusform>Chunk %1: its encrypted data is damaged in the copy, too.</numerusform>
            <numerusform>Chunks %1: their encrypted data is damaged in the copy, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 chunk(s) fail or are missing: %2.</source>
        <translation>
            <numerusform>%1 chunk fails or is missing: %2.</numerusform>
            <numerusform>%1 chunks fail or are missing: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrustWords</name>
    <message numerus="yes">
        <source>%Ln trusted</source>
        <translation>
            <numerusform>%Ln trusted</numerusform>
            <numerusform>%Ln trusted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked</source>
        <translation>
            <numerusform>%Ln revoked</numerusform>
            <numerusform>%Ln revoked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new machine(s)</source>
        <translation>
            <numerusform>%Ln new machine</numerusform>
            <numerusform>%Ln new machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new trusted key(s)</source>
        <translation>
            <numerusform>%Ln new trusted key</numerusform>
            <numerusform>%Ln new trusted keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln newly revoked key(s)</source>
        <translation>
            <numerusform>%Ln newly revoked key</numerusform>
            <numerusform>%Ln newly revoked keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new chain(s)</source>
        <translation>
            <numerusform>%Ln new chain</numerusform>
            <numerusform>%Ln new chains</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) that it trusts stay revoked here</source>
        <translation>
            <numerusform>%Ln key that it trusts stays revoked here</numerusform>
            <numerusform>%Ln keys that it trusts stay revoked here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message numerus="yes">
        <source>Chunk(s) %1 were changed after signing.</source>
        <translation>
            <numerusform>Chunk %1 was changed after signing.</numerusform>
            <numerusform>Chunks %1 were changed after signing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 are cut off.</source>
        <translation>
            <numerusform>Chunk %1 is cut off.</numerusform>
            <numerusform>Chunks %1 are cut off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 are longer than they should be.</source>
        <translation>
            <numerusform>Chunk %1 is longer than it should be.</numerusform>
            <numerusform>Chunks %1 are longer than they should be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 hold the data of other chunks.</source>
        <translation>
            <numerusform>Chunk %1 holds the data of other chunks.</numerusform>
            <numerusform>Chunks %1 hold the data of other chunks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 do not follow the chunk before.</source>
        <translation>
            <numerusform>Chunk %1 does not follow the chunk before.</numerusform>
            <numerusform>Chunks %1 do not follow the chunk before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first chunk points back to another one.</source>
        <translation>
            <numerusform>The first chunk points back to another one.</numerusform>
            <numerusform>The first chunk points back to another one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 are here more than once.</source>
        <translation>
            <numerusform>Chunk %1 is here more than once.</numerusform>
            <numerusform>Chunks %1 are here more than once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 are more than the manifest says.</source>
        <translation>
            <numerusform>Chunk %1 is more than the manifest says.</numerusform>
            <numerusform>Chunks %1 are more than the manifest says.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 cannot be read.</source>
        <translation>
            <numerusform>Chunk %1 cannot be read.</numerusform>
            <numerusform>Chunks %1 cannot be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %1 chunk(s) are intact and from the machine you trust.</source>
        <translation>
            <numerusform>The other %1 chunk is intact and from the machine you trust.</numerusform>
            <numerusform>The other %1 chunks are intact and from the machine you trust.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %1 chunk(s) are intact.</source>
        <translation>
            <numerusform>The other %1 chunk is intact.</numerusform>
            <numerusform>The other %1 chunks are intact.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 are not here.</source>
        <translation>
            <numerusform>Chunk %1 is not here.</numerusform>
            <numerusform>Chunks %1 are not here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask the sender for chunk(s) %1.</source>
        <translation>
            <numerusform>Ask the sender for chunk %1.</numerusform>
            <numerusform>Ask the sender for chunks %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The description(s) of chunk(s) %1 were changed; the data is as it was signed.</source>
        <translation>
            <numerusform>The description of chunk %1 was changed; the data is as it was signed.</numerusform>
            <numerusform>The descriptions of chunks %1 were changed; the data is as it was signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The signature(s) of chunk(s) %1 do not fit.</source>
        <translation>
            <numerusform>The signature of chunk %1 does not fit.</numerusform>
            <numerusform>The signatures of chunks %1 do not fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The id(s) of chunk(s) %1 do not fit content and place.</source>
        <translation>
            <numerusform>The id of chunk %1 does not fit content and place.</numerusform>
            <numerusform>The ids of chunks %1 do not fit content and place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The description(s) of chunk(s) %1 are not as they must be.</source>
        <translation>
            <numerusform>The description of chunk %1 is not as it must be.</numerusform>
            <numerusform>The descriptions of chunks %1 are not as they must be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged: %1 of %2 chunk(s) cannot be used</source>
        <translation>
            <numerusform>Damaged: %1 of %2 chunk cannot be used</numerusform>
            <numerusform>Damaged: %1 of %2 chunks cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Incomplete: %1 of %2 chunk(s) missing</source>
        <translation>
            <numerusform>Incomplete: %1 of %2 chunk missing</numerusform>
            <numerusform>Incomplete: %1 of %2 chunks missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s), complete and in order, all signed by the machine you trust.</source>
        <translation>
            <numerusform>%Ln chunk, complete and in order, all signed by the machine you trust.</numerusform>
            <numerusform>%Ln chunks, complete and in order, all signed by the machine you trust.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s), all signed by the machine you trust. Order and completeness are as the sender arranged them.</source>
        <translation>
            <numerusform>%Ln chunk, all signed by the machine you trust. Order and completeness are as the sender arranged them.</numerusform>
            <numerusform>%Ln chunks, all signed by the machine you trust. Order and completeness are as the sender arranged them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chunk(s) %1 are signed with a key that fits any content and proves nothing.</source>
        <translation>
            <numerusform>Chunk %1 is signed with a key that fits any content and proves nothing.</numerusform>
            <numerusform>Chunks %1 are signed with a key that fits any content and proves nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s), none changed since signing. One key signed them all, but you have not confirmed that it belongs to this machine. Compare it with what the seller says.</source>
        <translation>
            <numerusform>%Ln chunk, not changed since signing. You have not confirmed that the key that signed it belongs to this machine. Compare it with what the seller says.</numerusform>
            <numerusform>%Ln chunks, none changed since signing. One key signed them all, but you have not confirmed that it belongs to this machine. Compare it with what the seller says.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::BackupFileDialog</name>
    <message numerus="yes">
        <source>%Ln key(s) restored.</source>
        <translation>
            <numerusform>%Ln key restored.</numerusform>
            <numerusform>%Ln keys restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ChainCard</name>
    <message numerus="yes">
        <source>1 cell = %1 chunks</source>
        <translation>
            <numerusform>1 cell = %1 chunk</numerusform>
            <numerusform>1 cell = %1 chunks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ChunkTable</name>
    <message numerus="yes">
        <source>%n state(s)</source>
        <translation>
            <numerusform>%n state</numerusform>
            <numerusform>%n states</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>Copy %n row</numerusform>
            <numerusform>Copy %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n id(s)</source>
        <translation>
            <numerusform>Copy %n id</numerusform>
            <numerusform>Copy %n ids</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::CompareDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::DecryptDialog</name>
    <message numerus="yes">
        <source>&amp;Replace %Ln file(s) already there</source>
        <translation>
            <numerusform>&amp;Replace the %Ln file that is there</numerusform>
            <numerusform>&amp;Replace the %Ln files that are there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln chunk(s), %2</source>
        <translation>
            <numerusform>%1: %Ln chunk, %2</numerusform>
            <numerusform>%1: %Ln chunks, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can read %1 of %Ln chunk(s), %2.</source>
        <translation>
            <numerusform>You can read %1 of %Ln chunk, %2.</numerusform>
            <numerusform>You can read %1 of %Ln chunks, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more.</source>
        <translation>
            <numerusform>And %Ln more.</numerusform>
            <numerusform>And %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::DeleteKeyDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln package(s) of your library can then not be read any more:</source>
        <translation>
            <numerusform>%Ln package of your library can then not be read any more:</numerusform>
            <numerusform>%Ln packages of your library can then not be read any more:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::DropOverlay</name>
    <message numerus="yes">
        <source>Looking at %n things…</source>
        <translation>
            <numerusform>Looking at %n thing…</numerusform>
            <numerusform>Looking at %n things…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::ExportKeyDialog</name>
    <message numerus="yes">
        <source>Copy, for %Ln second(s)</source>
        <translation>
            <numerusform>Copy, for %Ln second</numerusform>
            <numerusform>Copy, for %Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::KeyView</name>
    <message numerus="yes">
        <source>all of %Ln chunk(s)</source>
        <translation>
            <numerusform>%Ln chunk, which is all</numerusform>
            <numerusform>all of %Ln chunks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln chunk(s)</source>
        <translation>
            <numerusform>%1 of %Ln chunk</numerusform>
            <numerusform>%1 of %Ln chunks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::MachineView</name>
    <message numerus="yes">
        <source>%Ln chunk(s)</source>
        <translation>
            <numerusform>%Ln chunk</numerusform>
            <numerusform>%Ln chunks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::MainWindow</name>
    <message numerus="yes">
        <source>Looking at %Ln file(s)</source>
        <translation>
            <numerusform>Looking at %Ln file</numerusform>
            <numerusform>Looking at %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::NewPassphrase</name>
    <message numerus="yes">
        <source>%Ln character(s) more at least.</source>
        <translation>
            <numerusform>%Ln character more at least.</numerusform>
            <numerusform>%Ln characters more at least.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::OwnDataDialog</name>
    <message numerus="yes">
        <source>%Ln key(s), as io.github.streamdesk.StreamDesk</source>
        <translation>
            <numerusform>%Ln key, as io.github.streamdesk.StreamDesk</numerusform>
            <numerusform>%Ln keys, as io.github.streamdesk.StreamDesk</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::PackagePage</name>
    <message numerus="yes">
        <source>%Ln chunk(s) were checked again since; the map shows how they are now.</source>
        <translation>
            <numerusform>%Ln chunk was checked again since; the map shows how they are now.</numerusform>
            <numerusform>%Ln chunks were checked again since; the map shows how they are now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chunk(s) need attention so far.</source>
        <translation>
            <numerusform>%Ln chunk needs attention so far.</numerusform>
            <numerusform>%Ln chunks need attention so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verifying: %1 of %Ln chunk(s)</source>
        <translation>
            <numerusform>Verifying: %1 of %Ln chunk</numerusform>
            <numerusform>Verifying: %1 of %Ln chunks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different key(s)</source>
        <translation>
            <numerusform>%Ln different key</numerusform>
            <numerusform>%Ln different keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln chunk(s)</source>
        <translation>
            <numerusform>%1 in %Ln chunk</numerusform>
            <numerusform>%1 in %Ln chunks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::PackageSession</name>
    <message numerus="yes">
        <source>Checking %Ln chunk(s) again</source>
        <translation>
            <numerusform>Checking %Ln chunk again</numerusform>
            <numerusform>Checking %Ln chunks again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::RepairDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) were put in place.</source>
        <translation>
            <numerusform>%Ln file was put in place.</numerusform>
            <numerusform>%Ln files were put in place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::SettingsDialog</name>
    <message numerus="yes">
        <source>After %Ln minute(s) without a key or a click</source>
        <translation>
            <numerusform>After %Ln minute without a key or a click</numerusform>
            <numerusform>After %Ln minutes without a key or a click</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A copied private key leaves after %Ln second(s)</source>
        <translation>
            <numerusform>A copied private key leaves after %Ln second</numerusform>
            <numerusform>A copied private key leaves after %Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::StatementField</name>
    <message numerus="yes">
        <source>%Ln character(s) to go.</source>
        <translation>
            <numerusform>%Ln character to go.</numerusform>
            <numerusform>%Ln characters to go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln digit(s) of the fingerprint to go. A part of it proves nothing.</source>
        <translation>
            <numerusform>%Ln digit of the fingerprint to go. A part of it proves nothing.</numerusform>
            <numerusform>%Ln digits of the fingerprint to go. A part of it proves nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::StatusArea</name>
    <message numerus="yes">
        <source>%Ln job(s) running</source>
        <translation>
            <numerusform>%Ln job running</numerusform>
            <numerusform>%Ln jobs running</numerusform>
        </translation>
    </message>
</context>
</TS>
