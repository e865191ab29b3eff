"""Loads a package into memory and prints how long the reference library's verification of it takes, as JSON."""
import json
import resource
import sys
import time

from peaq_os_cli.commands.stream.reader import read_chunk_chain, read_encrypted_data
from peaq_os_sdk import verify_chunk_chain
from peaq_os_sdk.stream.types.chunk import ChunkChain

chunks = read_chunk_chain(sys.argv[1])
data = read_encrypted_data(sys.argv[1])
start = time.perf_counter()
result = verify_chunk_chain(ChunkChain(source_hash="", chunks=tuple(chunks), did="", chunk_size=0), data)
seconds = time.perf_counter() - start
assert result.valid
print(json.dumps({"seconds": seconds, "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
