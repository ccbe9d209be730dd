"""Reading files in child processes with limits: a hostile file costs a child, never the program.

`Readers` is the parent's side, `ordertrail.reader.child` the child's. What crosses the border is bytes and plain lists,
never a pickle: a child that was taken over can say wrong things of its own files, and nothing else.
"""
