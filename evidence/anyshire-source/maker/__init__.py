"""
Makes the documents of Anyshire, an invented council, from text sources.

`source` reads a source into the values of `model`; each of the other modules writes one family of formats. Only the
standard library is used, nothing is compressed and every date comes from the source, so the bytes are the same on any
machine and with any Python from 3.11.
"""
