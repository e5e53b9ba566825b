export const TOKEN = 'q7Rz1XbL0vKs9TgWm4HdPy6NcEjU3'; // want "a `Bearer` token stands in the source"
