baton --help >h1 && baton -h >h2 && cmp h1 h2 && cat h1
