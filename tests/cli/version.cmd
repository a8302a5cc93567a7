baton -V && baton --version
