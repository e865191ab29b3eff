"""Opens the envelopes of a package with the reference and prints how long that takes, as JSON."""
import json
import resource
import sys
import time

from peaq_os_cli.commands.stream.reader import read_chunk_chain

start = time.perf_counter()
chunks = read_chunk_chain(sys.argv[1])
seconds = time.perf_counter() - start
assert chunks
print(json.dumps({"seconds": seconds, "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
