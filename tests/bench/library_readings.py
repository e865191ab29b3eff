"""Signs or verifies readings with the reference library and prints how long that takes, as JSON."""
import json
import resource
import sys
import time

from eth_account import Account
from peaq_os_sdk.stream.signing import build_signed_data_package
from peaq_os_sdk.stream.types.data_package import DataPackage, UnsignedDataPayload
from peaq_os_sdk.stream.types.field_rule import TopicFieldRules
from peaq_os_sdk.stream.types.signing_key import EncryptionContext, SigningContext
from peaq_os_sdk.stream.verification import verify_data_package

job, path, key_file, count = sys.argv[1:]
with open(path, encoding="utf-8") as lines:
    texts = [line for line, _ in zip(lines, range(int(count)))]
key = open(key_file, encoding="utf-8").read()
signing = SigningContext(private_key=key, backend="software", did="did:peaq:" + Account.from_key(key).address, key_id="k")
encryption = EncryptionContext(encryption_key="00" * 32, algorithm="AES-256-GCM")
rules = TopicFieldRules(topic="t", rules=())

start = time.perf_counter()
for number, text in enumerate(texts):
    fields = json.loads(text)
    if job == "sign":
        build_signed_data_package(unsigned_payload=UnsignedDataPayload("t", fields, "2026-11-22T09:00:00Z"), topic_rules=rules,
                                  signing_ctx=signing, encryption_ctx=encryption, schema_version="1.0", sequence_number=number)
    else:
        package = DataPackage(did=fields["did"], timestamp=fields["timestamp"], schema_version=fields["schemaVersion"],
                              sequence_number=fields["sequenceNumber"], payload=fields["payload"],
                              signature=fields["signature"], signing_key_id=fields["signingKeyId"])
        assert verify_data_package(package).valid
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
