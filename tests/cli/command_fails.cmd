baton -c '1/0'
