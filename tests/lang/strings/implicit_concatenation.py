print("a" "b" 'c', ("one "
      "two"), f"{1}" "b" f"{2}", "a" f"{'b'}" r"\c")
