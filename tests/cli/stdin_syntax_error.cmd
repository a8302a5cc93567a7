echo 'x = (' | baton
