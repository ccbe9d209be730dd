"""`python -I -m ordertrail.reader`: a reading process, started by `Readers`."""

from ordertrail.reader.child import main

main()
