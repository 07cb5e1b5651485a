"""What runs found, kept in a folder beside the settings: `folder` holds files, `records` turns them into data and
back, `looking` tells whether a tree is still as it was, `runs` keeps whole reports,
`files` what was found in single files.

An entry is data that is checked field by field, in JSON; nothing of it is ever executed. What cannot be read, is of
another version or is not what it should be is as if it were not there. A crafted entry can at worst hide findings or
make some up. Nothing here decides what is found, and nothing raises.
"""
