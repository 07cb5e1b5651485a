"""What `dal views` says of each view: which there are, what each does, and whether async helps it."""
