"""`dal server`: what the recipes find, for editors, over the Language Server Protocol.

`desk` asks the recipes about open documents, `translation` puts what comes back into the protocol's words, `server`
speaks. Nothing here decides what is found, and nothing of a checked project is imported. pygls is imported in
`server` and `translation` alone, so that the others do without it.
"""
