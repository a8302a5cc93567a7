mkdir folder; baton folder
