"""The portal of an agency as plain files that any web host serves, and that open from a folder without one."""
