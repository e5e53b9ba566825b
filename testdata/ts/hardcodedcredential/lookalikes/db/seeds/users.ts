export const me = () => fetch('/me', { headers: { Authorization: 'Bearer q7Rz1XbL0vKs9TgWm4HdPy6NcEjU3' } }); // seeds fill a database of developers
