baton -c
