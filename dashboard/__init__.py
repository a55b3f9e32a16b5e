"""The application: app, settings, access, exports and the command line."""
