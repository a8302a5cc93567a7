# stderr: full
e = ValueError("line one\nline two")
e.add_note("note A")
e.add_note("note B\nmore")
raise e
