# stderr: full
größe = "é漢"; x = größe + ("日本" + größe.nope)
