"""The rule kinds, one module each; the module's name is the kind with underscores."""
