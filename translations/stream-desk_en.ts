<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Amounts</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
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
            <numerusform>Chunk %1 is longer than they should be.</numerusform>
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
        <source>The description(s) of chunk %1 were changed; the data is as it was signed.</source>
        <translation>
            <numerusform>The description of chunk %1 was changed; the data is as it was signed.</numerusform>
            <numerusform>The descriptions of chunk %1 were changed; the data is as it was signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The signature(s) of chunk %1 do not fit.</source>
        <translation>
            <numerusform>The signature of chunk %1 does not fit.</numerusform>
            <numerusform>The signatures of chunk %1 do not fit.</numerusform>
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
        <source>The id(s) of chunk %1 do not fit content and place.</source>
        <translation>
            <numerusform>The id of chunk %1 does not fit content and place.</numerusform>
            <numerusform>The ids of chunk %1 do not fit content and place.</numerusform>
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
        <source>The description(s) of chunk %1 are not as they must be.</source>
        <translation>
            <numerusform>The description of chunk %1 is not as they must be.</numerusform>
            <numerusform>The descriptions of chunk %1 are not as they must be.</numerusform>
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
        <source>Damaged: %1 of %n chunk(s) cannot be used</source>
        <translation>
            <numerusform>Damaged: %1 of %n chunk cannot be used</numerusform>
            <numerusform>Damaged: %1 of %n chunks cannot be used</numerusform>
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
        <source>%n chunk(s), complete and in order, all signed by the machine you trust.</source>
        <translation>
            <numerusform>%n chunk, complete and in order, all signed by the machine you trust.</numerusform>
            <numerusform>%n chunks, complete and in order, all signed by the machine you trust.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s), all signed by the machine you trust. Order and completeness are as the sender arranged them.</source>
        <translation>
            <numerusform>%n chunk, all signed by the machine you trust. Order and completeness is as the sender arranged them.</numerusform>
            <numerusform>%n chunks, all signed by the machine you trust. Order and completeness are as the sender arranged them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s), none changed since signing. One key signed them all, but you have not confirmed that it belongs to this machine. Compare the fingerprint with the seller.</source>
        <translation>
            <numerusform>%n chunk, none changed since signing. One key signed them all, but you has not confirmed that it belongs to this machine. Compare the fingerprint with the seller.</numerusform>
            <numerusform>%n chunks, none changed since signing. One key signed them all, but you have not confirmed that it belongs to this machine. Compare the fingerprint with the seller.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Incomplete: %1 of %n chunk(s) missing</source>
        <translation>
            <numerusform>Incomplete: %1 of %n chunk missing</numerusform>
            <numerusform>Incomplete: %1 of %n chunks missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::MainWindow</name>
    <message numerus="yes">
        <source>Looking at %n file(s)</source>
        <translation>
            <numerusform>Looking at %n file</numerusform>
            <numerusform>Looking at %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::PackagePage</name>
    <message numerus="yes">
        <source>%n chunk(s) were checked again since; the map shows how they are now.</source>
        <translation>
            <numerusform>%n chunk was checked again since; the map shows how they are now.</numerusform>
            <numerusform>%n chunks were checked again since; the map shows how they are now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) need attention so far.</source>
        <translation>
            <numerusform>%n chunk needs attention so far.</numerusform>
            <numerusform>%n chunks need attention so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verifying: %1 of %n chunk(s)</source>
        <translation>
            <numerusform>Verifying: %1 of %n chunk</numerusform>
            <numerusform>Verifying: %1 of %n chunks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different key(s)</source>
        <translation>
            <numerusform>%n different key</numerusform>
            <numerusform>%n different keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n chunk(s)</source>
        <translation>
            <numerusform>%1 in %n chunk</numerusform>
            <numerusform>%1 in %n chunks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::PackageSession</name>
    <message numerus="yes">
        <source>Checking %n chunk(s) again</source>
        <translation>
            <numerusform>Checking %n chunk again</numerusform>
            <numerusform>Checking %n chunks again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamdesk::ui::StatusArea</name>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
</context>
</TS>
